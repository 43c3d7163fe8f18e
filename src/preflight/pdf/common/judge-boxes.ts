import { sizeInMillimetres } from '../../../book/lengths.ts';
import { boxNames, trimOf, type Box, type PdfPage } from '../file/pages.ts';
import type { Expectations, Fold, Purpose } from '../expectations.ts';
import type { Findings } from '../findings.ts';
import { spineOf } from './spine.ts';

/** In points: a hundredth is what printers allow, and what writers round to. */
const tolerance = 0.011;

/** Judges the boxes of all pages, their sizes and their number (ISO 32000-1, 14.11.2). */
export function judgeBoxes(
  findings: Findings,
  pages: ReadonlyArray<PdfPage>,
  purpose: Purpose,
  expectations: Expectations,
): void {
  for (const page of pages) {
    judgeNesting(findings, page);
    if (purpose === 'press') judgePressBoxes(findings, page, expectations);
  }
  judgeSizes(findings, pages, expectations);
  judgeCount(findings, pages.length, expectations);
}

function judgeCount(
  findings: Findings,
  found: number,
  { pages: count, pageMultiple, pageLimits }: Expectations,
): void {
  if (found === 0) findings.add('pdf-page-count', 'The file has no pages');
  if (count !== undefined && found !== count)
    findings.add('pdf-page-count', `The file has ${pagesWords(found)}, there should be ${count}`);
  if (pageMultiple !== undefined && found % pageMultiple !== 0)
    findings.add(
      'pdf-page-count',
      `The file has ${pagesWords(found)}, which is no multiple of ${pageMultiple}`,
    );
  if (pageLimits !== undefined && (found < pageLimits.least || found > pageLimits.most)) {
    findings.add(
      'pdf-page-count',
      `The file has ${pagesWords(found)}, ${pageLimits.least} to ${pageLimits.most} can be bound`,
    );
  }
}

function judgeNesting(findings: Findings, page: PdfPage): void {
  const { boxes, broken, number } = page;
  for (const name of broken) findings.add('pdf-box', `The ${name} is no rectangle`, number);
  const media = boxes.MediaBox;
  if (media === undefined) {
    findings.add('pdf-box', 'There is no MediaBox', number);
    return;
  }
  for (const name of boxNames.slice(1)) {
    const box = boxes[name];
    if (box !== undefined && !isWithin(box, media))
      findings.add('pdf-box', `The ${name} reaches beyond the MediaBox`, number);
  }
  if (boxes.BleedBox !== undefined && !isWithin(trimOf(page), boxes.BleedBox))
    findings.add('pdf-box', 'The TrimBox reaches beyond the BleedBox', number);
}

function hasTrim({ boxes }: PdfPage): boolean {
  return boxes.TrimBox !== undefined || boxes.ArtBox !== undefined;
}

function judgePressBoxes(findings: Findings, page: PdfPage, expectations: Expectations): void {
  const { boxes, number } = page;
  if (!hasTrim(page)) findings.add('pdf-box', 'There is no TrimBox', number);
  if (boxes.TrimBox !== undefined && boxes.ArtBox !== undefined)
    findings.add('pdf-box', 'There are both a TrimBox and an ArtBox', number, {
      hint: 'Leave the ArtBox out: PDF/X allows one of them.',
    });
  judgeBleed(findings, page, expectations);
}

/** Judges by how much the page reaches over its edges: by the bleed, but not at the fold where nothing bleeds there. */
function judgeBleed(findings: Findings, page: PdfPage, { bleed, fold }: Expectations): void {
  if (bleed === undefined || bleed === 0) return;
  const { boxes, number } = page;
  const trim = trimOf(page);
  const outer = boxes.BleedBox ?? boxes.CropBox ?? boxes.MediaBox ?? trim;
  const over = {
    left: trim[0] - outer[0],
    bottom: trim[1] - outer[1],
    right: outer[2] - trim[2],
    top: outer[3] - trim[3],
  };
  const bound = boundSide(fold, number);
  if (bound !== undefined && over[bound] > tolerance)
    findings.add(
      'pdf-box',
      `The page bleeds by ${points(over[bound])} at its binding, on the ${bound}, where the printer takes no bleed`,
      number,
    );
  const least = Math.min(
    ...Object.entries(over).flatMap(([side, amount]) => (side === bound ? [] : [amount])),
  );
  if (least < bleed - tolerance)
    findings.add(
      'pdf-box',
      `The bleed is ${points(Math.max(0, least))}, it should be ${points(bleed)}`,
      number,
    );
}

function boundSide(fold: Fold | undefined, number: number): Fold | undefined {
  if (fold === undefined || number % 2 === 1) return fold;
  return fold === 'left' ? 'right' : 'left';
}

function judgeSizes(
  findings: Findings,
  pages: ReadonlyArray<PdfPage>,
  { trim, trims = [], sides }: Expectations,
): void {
  const [first] = pages;
  if (first === undefined) return;
  const size = sizeOf(first);
  // Where it is cut is told already if it does not say so.
  if (sides !== undefined && hasTrim(first) && spineOf(size, sides) === undefined)
    findings.add(
      'pdf-page-size',
      `The cover is ${sizeWords(size)}, which is not two sides and a spine of a book of this printer`,
      first.number,
      { hint: 'Make it as high as the book and twice as wide, with the spine between.' },
    );
  const isOffered = trims.length === 0 || trims.some((offered) => difference(offered, size) <= 1);
  if (!isOffered) findings.add('pdf-page-size', `The printer does not cut books to ${sizeWords(size)}`);
  const wanted = trim ?? size;
  for (const page of pages) {
    const own = sizeOf(page);
    if (difference(own, wanted) <= tolerance) continue;
    findings.add(
      'pdf-page-size',
      `The page is ${sizeWords(own)}, ${trim === undefined ? 'the first is' : 'it should be'} ${sizeWords(wanted)}`,
      page.number,
    );
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function difference(one: Size, other: Size): number {
  return Math.max(Math.abs(one.width - other.width), Math.abs(one.height - other.height));
}

/** In points. */
function sizeOf(page: PdfPage): Size {
  const [left, bottom, right, top] = trimOf(page);
  return { width: (right - left) * page.unit, height: (top - bottom) * page.unit };
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner[0] >= outer[0] - tolerance &&
    inner[1] >= outer[1] - tolerance &&
    inner[2] <= outer[2] + tolerance &&
    inner[3] <= outer[3] + tolerance
  );
}

function sizeWords({ width, height }: Size): string {
  return `${rounded(width)} × ${points(height)} (${sizeInMillimetres({ width, height })})`;
}

function points(length: number): string {
  return `${rounded(length)} pt`;
}

function rounded(length: number): string {
  return String(Number(length.toFixed(2)));
}

function pagesWords(count: number): string {
  return count === 1 ? '1 page' : `${count} pages`;
}
