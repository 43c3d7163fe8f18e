import type { Hast } from '../../../book/book.ts';
import type { Labels } from '../../../book/labels.ts';
import type { PlacedSection } from '../content-documents.ts';
import { entriesAt } from './contents-marks.ts';
import { insertMarks } from './insert-marks.ts';
import type { PrintedPages } from '../../../book/page-map.ts';
import { withNotesToPages } from './notes-to-pages.ts';
import { withPageLocators } from './page-locators.ts';
import { pageMarks, type PageMark } from './page-marks.ts';
import { labelsIn } from '../../page-references.ts';

/** A page of the printed book in the lists of the e-book. */
export interface PageTarget {
  readonly id: string;
  /** As printed. */
  readonly label: string;
  readonly href: string;
  /** As the NCX tells pages apart: those before the body, and those with numbers. */
  readonly type: 'front' | 'normal';
  /** The number of a page of the body. */
  readonly value?: number;
  /** Its place among all that the NCX lists. */
  readonly playOrder: number;
}

/** A page of the printed contents. */
export interface ContentsPage extends Pick<PageTarget, 'id' | 'label'> {
  /** What the entry leads to with which it begins; nothing for one that begins above all entries. */
  readonly entry?: string;
}

/** The pages of the printed book, in the order of the e-book. */
export interface PageList {
  readonly targets: ReadonlyArray<PageTarget>;
  /** Those of the printed contents, which the navigation document stands for. */
  readonly ofContents: ReadonlyArray<ContentsPage>;
  /** The greatest number of a page. */
  readonly greatest: number;
}

/**
 * Marks the pages of the printed book in the trees of its sections, and lists them; index and lists of notes name them.
 *
 * EPUB 3.3, 7.4.3: the list has the order of the text; NCX, page list (OPF 2.0.1, 2.4.1).
 *
 * @param sections in reading order
 * @param taken the ids of the book
 * @param labels the words for the pages that notes belong to
 * @param firstOrder the play order of the first
 */
export function withPages(
  sections: ReadonlyArray<PlacedSection>,
  printed: PrintedPages | undefined,
  taken: { readonly has: (id: string) => boolean },
  labels: Pick<Labels, 'notesToPage' | 'notesToPages'>,
  firstOrder = 1,
): { readonly pages: PageList; readonly trees: ReadonlyMap<PlacedSection, Hast> } {
  const trees = new Map<PlacedSection, Hast>();
  if (printed === undefined) return { pages: { targets: [], ofContents: [], greatest: 0 }, trees };
  const labelOf = labelsIn(printed);
  const marks = pageMarks(
    sections.map(({ section }) => section.tree),
    printed,
    taken,
  );
  const ofContents: ContentsPage[] = [];
  const found: Array<{ readonly mark: PageMark; readonly file: string }> = [];
  for (const placed of sections) {
    const { section, file, replaced } = placed;
    const own = marks.get(section.tree) ?? [];
    if (replaced) {
      const entries = entriesAt(section.tree, new Set(own.map(({ spot }) => spot)));
      for (const { id, label, spot } of own) {
        const entry = entries.get(spot);
        ofContents.push({ id, label, ...(entry !== undefined && { entry }) });
      }
      found.push(...own.map((mark) => ({ mark, file })));
      continue;
    }
    const marked = insertMarks(section.tree, own);
    if (section.role === 'index') trees.set(placed, withPageLocators(marked.tree, labelOf));
    else if (section.role === 'endnotes') trees.set(placed, withNotesToPages(marked.tree, printed, labels));
    else if (own.length > 0) trees.set(placed, marked.tree);
    found.push(...marked.marks.map((mark) => ({ mark, file })));
  }
  const numberOf = pageNumbering(printed);
  const targets = found.map(({ mark: { id, label, page }, file }, index): PageTarget => {
    const value = numberOf(page);
    return {
      id,
      label,
      href: `${file}#${id}`,
      ...(value === undefined ? { type: 'front' } : { type: 'normal', value }),
      playOrder: firstOrder + index,
    };
  });
  const greatest = targets.reduce((most, { value = 0 }) => Math.max(most, value), 0);
  return { pages: { targets, ofContents, greatest }, trees };
}

/** What gives the number of a page of the body, and nothing for those before it, which have Roman ones. */
function pageNumbering({ pages }: PrintedPages): (page: number) => number | undefined {
  const first = pages.findIndex(({ label }) => /^\p{Nd}/u.test(label));
  return (page) => (first === -1 || page < first ? undefined : page - first + 1);
}
