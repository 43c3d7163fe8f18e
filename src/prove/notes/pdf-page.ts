import { nameIn } from '../../pdf/content/operand.ts';
import { idOf } from '../../pdf/file/destinations.ts';
import type { Objects } from '../../pdf/file/objects.ts';
import type { FilePage } from '../../pdf/file/pages.ts';
import type { TextFonts } from '../../pdf/text/fonts.ts';
import { pageText } from '../../pdf/text/page-text.ts';
import type { TextRun } from '../../pdf/text/run-writer.ts';

/** A link to a named destination; a link over two lines is two. */
export interface PdfLink {
  readonly target: string;
  /** Left, bottom, right, top. */
  readonly area: readonly [number, number, number, number];
}

export interface PdfPage {
  /** The text of the page as it was painted, without running heads and folios. */
  readonly runs: ReadonlyArray<TextRun>;
  readonly links: ReadonlyArray<PdfLink>;
}

/** What stands on a page and where it leads. */
export function readPage(page: FilePage, objects: Objects, fonts: TextFonts): PdfPage {
  const runs = pageText(page, objects, fonts, true).filter(
    ({ artifact, text }) => !artifact && text.trim() !== '',
  );
  return { runs, links: linksOf(page, objects) };
}

function linksOf({ dictionary }: FilePage, objects: Objects): PdfLink[] {
  return objects.array(dictionary.get('Annots')).flatMap((each): PdfLink[] => {
    const annotation = objects.dictionary(each);
    const destination = objects.resolve(annotation?.get('Dest'));
    const name = nameIn(destination) ?? objects.text(destination);
    if (nameIn(annotation?.get('Subtype')) !== 'Link' || name === undefined) return [];
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = objects.array(annotation?.get('Rect')).map(Number);
    const area = [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)] as const;
    return [{ target: idOf(name), area }];
  });
}

/** So far behind its origin the ink of any glyph has begun, in points. */
const ink = 0.5;

/** The text a link covers. */
export function textUnder(
  { area: [left, bottom, right, top] }: PdfLink,
  runs: ReadonlyArray<TextRun>,
): string {
  const covered = runs.filter(({ x, y, width, size }) => {
    // The last glyph has a width of its own.
    const across = x + width / 2 + ink;
    const up = y + size * 0.3;
    return across >= left && across <= right && up >= bottom - 1 && up <= top + 1;
  });
  return covered.map(({ text }) => text).join('');
}
