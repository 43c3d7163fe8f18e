import type { ChapterPrint } from './chapter/chapter-printer.ts';
import type { ContentsEntry, PrintFacts } from './protocol.ts';

/**
 * What is known of a print in which a chapter has the pages that were printed later. What comes after it moves with
 * it; the numbers there are right again when the whole book has been printed.
 *
 * @param file of the pages of the chapter
 * @returns the same where the print has no such chapter with pages of its own
 */
export function withChapter(facts: PrintFacts, chapter: ChapterPrint, file: string): PrintFacts {
  const { sections, pages, contents, blocks } = facts;
  const index = sections.findIndex(({ id }) => id === chapter.id);
  const start = sections[index]?.page;
  const next = sections[index + 1];
  const end = next?.page ?? pages.length;
  if (start === undefined || end <= start) return facts;
  const written = chapter.pages.map(({ label, blank }, page) => ({
    label,
    blank,
    file,
    number: chapter.before + page + 1,
  }));
  const blanks = blanksAfter(facts, start, end, next !== undefined, written.length, chapter);
  const moved = start + written.length + blanks - end;
  const pageOf = (page: number): number =>
    page >= end ? page + moved : Math.min(page, start + written.length - 1);
  const entryOf = ({ id, title, page, children }: ContentsEntry): ContentsEntry => {
    const own = page >= start && page < end ? chapter.anchors.get(id) : undefined;
    return {
      id,
      title,
      page: own === undefined ? pageOf(page) : start + own,
      children: children.map(entryOf),
    };
  };
  return {
    ...facts,
    pages: [
      ...pages.slice(0, start),
      ...written,
      ...Array.from({ length: blanks }, () => ({ label: '', blank: true, file: '', number: 0 })),
      ...pages.slice(end),
    ],
    sections: sections.map(({ id, page }) => ({ id, page: pageOf(page) })),
    contents: contents.map(entryOf),
    blocks: [
      ...blocks.filter(({ page }) => page < start),
      ...chapter.blocks.map((block) => ({ ...block, page: start + block.page })),
      ...blocks.filter(({ page }) => page >= end).map((block) => ({ ...block, page: block.page + moved })),
    ],
  };
}

/** How many empty pages follow the chapter: what comes next may begin on the right, which are even indexes. */
function blanksAfter(
  { pages }: PrintFacts,
  start: number,
  end: number,
  hasNext: boolean,
  written: number,
  { isBeforeRight }: ChapterPrint,
): number {
  if (hasNext) return isBeforeRight ? (start + written) % 2 : 0;
  const last = pages.findLastIndex(({ blank }, page) => page < end && !blank);
  return Math.max(0, end - 1 - Math.max(last, start));
}
