import { toString } from 'hast-util-to-string';
import { isGenerated, sections, type Book, type Hast, type Section } from '../../../book/book.ts';
import { roles, type Role } from '../../../book/roles.ts';
import { charactersOnPage, pagesOf } from './estimate-pages.ts';
import type { Geometry } from './geometry.ts';

/** From this mean length on, in pages, chapters begin on the right: shorter ones would leave many pages empty. */
const longChapter = 10;

/** Texts of several authors are read and passed on each for itself, and so begin on the right from this mean length on. */
const longEssay = 5;

/** How much shorter than the mean the chapter in the middle may be: a few long ones do not speak for many short ones. */
const middleShare = 0.5;

/** Pages before the text that stand by themselves, and so on the right. */
const displayed: ReadonlySet<Role> = new Set<Role>([
  'halftitlepage',
  'titlepage',
  'dedication',
  'epigraph',
  'toc',
]);

/**
 * Where the sections of a book open. The copyright page backs the title page; chapters do as the book says,
 * but none backs the title page of a part; parts and what begins the text open on the right, and so does
 * all that stands before it, unless chapters open anywhere because they are short.
 *
 * @returns whether each section opens on a right-hand page, in order
 */
export function openingsOnTheRight(book: Book<Hast>, geometry: Geometry): boolean[] {
  const { openings } = book.metadata.print;
  const short = openings === 'auto' && !hasLongChapters(book, geometry);
  const first = book.body[0]?.id;
  return sections(book).map(({ id, role }, index, all) => {
    if (role === 'copyright-page' || followsOnPage(role, all[index - 1]?.role)) return false;
    if (id === first || role === 'part' || all[index - 1]?.role === 'part') return true;
    if (roles[role] === 'front') return !short || displayed.has(role);
    return openings === 'right' || (openings === 'auto' && !short);
  });
}

/** Whether a section may begin below the one before it: a list of tables stands with that of figures. */
function followsOnPage(role: Role, before: Role | undefined): boolean {
  return role === 'lot' && before === 'loi';
}

/** Whether the chapters of a book are long enough to begin on the right: on average, and most of them. */
function hasLongChapters(book: Book<Hast>, geometry: Geometry): boolean {
  const chapters = book.body.filter(isText);
  const perPage = charactersOnPage(geometry);
  const pages = chapters
    .map(({ tree }) => pagesOf(toString(tree).length, perPage))
    .toSorted((one, other) => one - other);
  const least = hasSeveralAuthors(chapters) ? longEssay : longChapter;
  const whole = pages.reduce((sum, count) => sum + count, 0);
  const middle = pages[Math.floor(pages.length / 2)] ?? 0;
  return whole >= least * pages.length && middle >= middleShare * least;
}

/** Whether the chapters of a book are by authors of their own. */
function hasSeveralAuthors(chapters: ReadonlyArray<Section<Hast>>): boolean {
  return new Set(chapters.flatMap(({ author }) => author ?? [])).size > 1;
}

function isText(section: Section<Hast>): boolean {
  return section.role !== 'part' && !isGenerated(section);
}
