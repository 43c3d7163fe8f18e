import type { PrintSettings } from '../../book/metadata.ts';

/** The page as designed, in PDF points (1/72 in), and the sheet Chrome prints it on. */
export interface Geometry {
  readonly trim: { readonly width: number; readonly height: number };
  /**
   * Chrome rounds page sizes to whole units of 6 pt (8 CSS px); the sheet is the next size up
   * that it prints exactly, and the trim lies in its upper left corner, inside the bleed.
   */
  readonly sheet: { readonly width: number; readonly height: number };
  readonly bleed: number;
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly inside: number;
    readonly outside: number;
  };
  readonly fontSize: number;
  /** Baseline to baseline; the text block is a whole number of these high. */
  readonly lineHeight: number;
}

/** Chrome's unit of exact page sizes, in points. */
const sheetUnit = 6;

/** The longest line that reads well: about 66 characters of a book face. */
const longestLine = 30;

/**
 * The page geometry of a book: type size by page width, margins in the old proportions
 * (inside < top < outside < bottom), lines not longer than 30 em, a whole number of lines a page.
 */
export function geometryOf(print: PrintSettings): Geometry {
  const { width, height } = print.trim;
  const { bleed } = print;
  const fontSize = clamp(round(width / 40, 0.1), 9, 11.5);
  const lineHeight = round(fontSize * 1.3, 0.25);
  const spare = Math.max(0, width * 0.725 - fontSize * longestLine);
  const inside = width * 0.125 + spare * 0.4;
  const outside = width * 0.15 + spare * 0.6;
  const top = height * 0.105;
  const lines = Math.floor((height - top - height * 0.115) / lineHeight);
  const sheet = (length: number): number => Math.ceil((length + 2 * bleed) / sheetUnit - 1e-6) * sheetUnit;
  return {
    trim: { width, height },
    sheet: { width: sheet(width), height: sheet(height) },
    bleed,
    margins: { top, bottom: height - top - lines * lineHeight, inside, outside },
    fontSize,
    lineHeight,
  };
}

/** The `@page` rules and the custom properties a theme builds on. */
export function geometryStylesheet(geometry: Geometry): string {
  const { sheet, trim, bleed, margins } = geometry;
  const beyond = { right: sheet.width - trim.width - bleed, bottom: sheet.height - trim.height - bleed };
  const page = (left: number, right: number): string =>
    `margin: ${pt(bleed + margins.top)} ${pt(beyond.right + right)} ${pt(beyond.bottom + margins.bottom)} ${pt(bleed + left)};`;
  return [
    `@page { size: ${pt(sheet.width)} ${pt(sheet.height)}; }`,
    `@page :right { ${page(margins.inside, margins.outside)} }`,
    `@page :left { ${page(margins.outside, margins.inside)} }`,
    `:root {`,
    `  --font-size: ${pt(geometry.fontSize)};`,
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
