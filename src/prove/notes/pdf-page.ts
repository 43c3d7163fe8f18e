import { percentDecoded } from '../../book/percent-decoded.ts';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Text that stands on one line in one face; lengths in points from the lower left corner. */
export interface Run {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A link to a named destination; a link over two lines is two. */
export interface PdfLink {
  readonly target: string;
  /** Left, bottom, right, top. */
  readonly area: readonly [number, number, number, number];
}

export interface PdfPage {
  /** The text of the page as it was painted, without running heads and folios. */
  readonly runs: ReadonlyArray<Run>;
  readonly links: ReadonlyArray<PdfLink>;
}

type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'];

/** What stands on a page and where it leads. */
export async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const links = (await annotationsOf(page)).flatMap(({ subtype, dest, rect }): PdfLink[] => {
    if (subtype !== 'Link' || typeof dest !== 'string') return [];
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect;
    return [
      { target: idOf(dest), area: [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)] },
    ];
  });
  page.cleanup();
  return { runs: runsOf(items), links };
}

interface Annotation {
  readonly subtype: string;
  readonly dest?: string | unknown[] | null;
  readonly rect: readonly number[];
}

/** The id a destination is named after: names are percent-encoded where ids are not ASCII. */
export function idOf(name: string): string {
  return percentDecoded(name);
}

/** For display pdf.js reads the text under every link again, which it does not for print. */
async function annotationsOf(page: PDFPageProxy): Promise<ReadonlyArray<Annotation>> {
  const printed = (await page.getAnnotations({ intent: 'print' })) as ReadonlyArray<Annotation>;
  return printed.length > 0 ? printed : ((await page.getAnnotations()) as ReadonlyArray<Annotation>);
}

/**
 * In a tagged PDF, text outside marked content, or marked as an artifact, is furniture of the page
 * (ISO 32000-1, 14.8.2.2).
 */
function runsOf(items: Content): Run[] {
  const inside: Run[] = [];
  const outside: Run[] = [];
  const tags: string[] = [];
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') tags.pop();
      else tags.push('tag' in item ? String(item.tag) : '');
      continue;
    }
    if (item.str.trim() === '') continue;
    const [, , , , x = 0, y = 0] = item.transform as number[];
    const run = { text: item.str, x, y, width: item.width, size: item.height };
    (tags.length > 0 && !tags.includes('Artifact') ? inside : outside).push(run);
  }
  return inside.length > 0 ? inside : outside;
}

/** The text a link covers. */
export function textUnder({ area: [left, bottom, right, top] }: PdfLink, runs: ReadonlyArray<Run>): string {
  const covered = runs.filter(({ x, y, width, size }) => {
    const across = x + width / 2;
    const up = y + size * 0.3;
    return across >= left && across <= right && up >= bottom - 1 && up <= top + 1;
  });
  return covered.map(({ text }) => text).join('');
}
