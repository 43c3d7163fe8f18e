import { PDFName, type PDFDocument, type PDFPage } from 'pdf-lib';
import type { Geometry } from '../page/geometry.ts';

/** A rectangle in points from the lower left corner of the sheet. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export interface PressBoxes {
  /** The page as it is cut. */
  readonly trim: Box;
  /** The page with what is cut off. */
  readonly bleed: Box;
  /** The whole, with what stands outside of both. */
  readonly media: Box;
}

/**
 * The boxes of a page for the press (ISO 32000-1, 14.11.2): the bleed lies in the upper left corner
 * of the sheet that was printed on.
 *
 * @param surround in points: what is left for marks around the bleed
 * @param fold the side where the page is bound, if nothing bleeds there
 */
export function pressBoxes(
  { sheet, trim, bleed }: Pick<Geometry, 'sheet' | 'trim' | 'bleed'>,
  surround: number,
  fold?: 'left' | 'right',
): PressBoxes {
  const cut: Box = {
    left: bleed,
    bottom: sheet.height - bleed - trim.height,
    right: bleed + trim.width,
    top: sheet.height - bleed,
  };
  const outer = { ...grown(cut, bleed), ...(fold !== undefined && { [fold]: cut[fold] }) };
  return { trim: cut, bleed: outer, media: grown(outer, surround) };
}

/**
 * Gives every page its boxes.
 *
 * @param boxesOf the boxes of a page by its index
 *
 * @internal its types are of a package that programs of others do not have
 */
export function setBoxes(document: PDFDocument, boxesOf: (index: number) => PressBoxes): void {
  for (const [index, page] of document.getPages().entries()) {
    const { trim, bleed, media } = boxesOf(index);
    setBox(page, 'MediaBox', media);
    setBox(page, 'BleedBox', bleed);
    setBox(page, 'TrimBox', trim);
  }
}

function setBox(page: PDFPage, name: string, { left, bottom, right, top }: Box): void {
  page.node.set(PDFName.of(name), page.doc.context.obj([left, bottom, right, top].map(rounded)));
}

function rounded(length: number): number {
  return Math.round(length * 1e4) / 1e4;
}

function grown({ left, bottom, right, top }: Box, by: number): Box {
  return { left: left - by, bottom: bottom - by, right: right + by, top: top + by };
}
