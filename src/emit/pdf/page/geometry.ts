import type { PrintSettings } from '../../../book/metadata.ts';
import type { TypeSize } from '../../../book/theme.ts';
import { chromeSheet } from '../../chrome-sheet.ts';
import { headPadding, headsOf, type Heads } from './heads.ts';
import { marginsOf, type Margins } from './margins.ts';

/** The page as designed, in PDF points (1/72 in), and the sheet Chrome prints it on. */
export interface Geometry {
  readonly trim: { readonly width: number; readonly height: number };
  /** The trim lies in its upper left corner, inside the bleed. */
  readonly sheet: { readonly width: number; readonly height: number };
  readonly bleed: number;
  readonly margins: Margins;
  readonly heads: Heads;
  readonly fontSize: number;
  /** Baseline to baseline; the text block is a whole number of these high. */
  readonly lineHeight: number;
}

/** Type for readers with low vision, the least room between its lines, and margins that leave it room. */
const largePrint = { fontSize: 17, leading: 1.35, margins: 0.8 };

/**
 * The page geometry of a book: what the book states, and for the rest type size by page width,
 * margins in the old proportions, lines not longer than the theme has them, a whole number of
 * lines a page.
 *
 * @param type how large the theme sets its face
 * @param pages how many pages are to be bound: the binding takes part of the inside margin
 */
export function geometryOf(
  print: PrintSettings,
  type: TypeSize = { scale: 1, leading: 1.3, longestLine: 30 },
  pages = 0,
): Geometry {
  const { bleed, trim } = print;
  const sides = trim.width * (print.largePrint === true ? largePrint.margins : 1);
  const set = typeOf(print, type);
  const margins = marginsOf(print, { ...set, longestLine: set.fontSize * type.longestLine }, pages, sides);
  return {
    trim: { width: trim.width, height: trim.height },
    sheet: chromeSheet(trim, bleed),
    bleed,
    margins,
    heads: headsOf(margins, set.fontSize, print.edge ?? 0),
    ...set,
  };
}

function typeOf(print: PrintSettings, type: TypeSize): Pick<Geometry, 'fontSize' | 'lineHeight'> {
  const large = print.largePrint === true;
  const leading = large ? Math.max(type.leading, largePrint.leading) : type.leading;
  const usual = large ? largePrint.fontSize : round(clamp(print.trim.width / 40, 9, 11.5) * type.scale, 0.1);
  // A line height stated alone must not cut off what the usual size would set in it.
  const fontSize = print.fontSize ?? Math.min(usual, (print.lineHeight ?? Infinity) / 1.2);
  return { fontSize, lineHeight: print.lineHeight ?? round(fontSize * leading, 0.25) };
}

/** Between which heights the text of the pages stands, in points from the lower edge of the sheet. */
export function textAreaOf({ sheet, bleed, trim, margins }: Geometry): {
  readonly bottom: number;
  readonly top: number;
} {
  const top = sheet.height - bleed;
  return { bottom: top - trim.height + margins.bottom, top: top - margins.top };
}

/** The `@page` rules and the custom properties a theme builds on. */
export function geometryStylesheet(geometry: Geometry): string {
  const { sheet, trim, bleed, margins, heads, fontSize } = geometry;
  const beyond = { right: sheet.width - trim.width - bleed, bottom: sheet.height - trim.height - bleed };
  const page = (left: number, right: number): string =>
    `margin: ${pt(bleed + margins.top)} ${pt(beyond.right + right)} ${pt(beyond.bottom + margins.bottom)} ${pt(bleed + left)};`;
  const above = headPadding(heads.top, margins.top, fontSize, bleed);
  const below = headPadding(heads.bottom, margins.bottom, fontSize, beyond.bottom);
  return [
    `@page { size: ${pt(sheet.width)} ${pt(sheet.height)}; }`,
    `@page :right { ${page(margins.inside, margins.outside)} }`,
    `@page :left { ${page(margins.outside, margins.inside)} }`,
    `@page {`,
    ...['left', 'center', 'right'].map((place) => `  @top-${place} { padding-top: ${pt(above)}; }`),
    `  @bottom-center { padding-bottom: ${pt(below)}; }`,
    `}`,
    `:root {`,
    `  --font-size: ${pt(fontSize)};`,
    `  --line: ${pt(geometry.lineHeight)};`,
    `  --text-width: ${pt(trim.width - margins.inside - margins.outside)};`,
    `  --text-height: ${pt(trim.height - margins.top - margins.bottom)};`,
    `}`,
  ].join('\n');
}

function pt(length: number): string {
  return `${Number(length.toFixed(3))}pt`;
}

function round(value: number, step: number): number {
  return Math.round(value / step) * step;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
