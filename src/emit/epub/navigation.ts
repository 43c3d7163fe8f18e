import { append } from '../../book/long-lists.ts';
import { sections, type Book, type Hast, type Heading, type Section } from '../../book/book.ts';
import type { Role } from '../../book/roles.ts';
import { addressOf, type Targets } from '../links.ts';

/** A line of the table of contents with those below it. */
export interface NavEntry {
  readonly label: string;
  readonly href: string;
  /** BCP 47, where it differs from the book's. */
  readonly language?: string;
  readonly children: ReadonlyArray<NavEntry>;
  /** The pages of the printed contents that begin with it, to be marked there. */
  readonly pages?: ReadonlyArray<{ readonly id: string; readonly label: string }>;
}

/** A point of the NCX: an entry with its place in the order of the whole tree, from 1. */
export interface NavPoint {
  readonly label: string;
  readonly href: string;
  readonly playOrder: number;
  readonly children: ReadonlyArray<NavPoint>;
}

/** The deepest headings listed; printed contents may show less, readers fold what they do not want. */
const deepest = 3;

/**
 * The table of contents: parts, their chapters, and headings below them.
 *
 * EPUB 3.3, 7.4: at least one entry, in reading order.
 *
 * @param book the book
 * @param targets where every id stands
 */
export function navigationOf(book: Book<Hast>, targets: Targets): NavEntry[] {
  const marked = sections(book).filter(({ toc }) => toc);
  const listed = marked.length > 0 ? marked : sections(book).filter(({ role }) => role !== 'toc');
  const parts = new Set(listed.filter(({ role }) => role === 'part').map(({ id }) => id));
  const entryOf = (section: Section<Hast>): NavEntry => {
    const within = parts.has(section.id) ? listed.filter(({ part }) => part === section.id) : [];
    const headings = section.headings.filter(({ depth }) => depth > 1 && depth <= deepest);
    return {
      label: nameOf(section, book),
      href: addressOf(targets, section.id) ?? '',
      ...(section.language !== undefined && { language: section.language }),
      children: [...nested(headings, section.language, targets), ...within.map(entryOf)],
    };
  };
  return listed.filter(({ part }) => part === undefined || !parts.has(part)).map(entryOf);
}

/** Number and title; reading systems show no entry without words. */
function nameOf({ number, title }: Section<Hast>, { metadata }: Book<Hast>): string {
  const words = title.trim() === '' ? metadata.title : title;
  return number === undefined ? words : `${number} ${words}`;
}

/** The headings, each with the deeper ones up to the next of its depth; those without text stay out. */
function nested(
  headings: ReadonlyArray<Heading>,
  language: string | undefined,
  targets: Targets,
): NavEntry[] {
  const entries: NavEntry[] = [];
  let start = 0;
  while (start < headings.length) {
    const heading = headings[start] as Heading;
    let end = start + 1;
    while ((headings[end]?.depth ?? 0) > heading.depth) end += 1;
    const children = nested(headings.slice(start + 1, end), language, targets);
    const href = addressOf(targets, heading.id);
    if (href === undefined || heading.text.trim() === '') append(entries, children);
    else entries.push({ label: heading.text, href, ...(language !== undefined && { language }), children });
    start = end;
  }
  return entries;
}

/**
 * The same tree for the NCX of older reading systems (OPF 2.0.1, 2.4.1).
 *
 * @param entries the table of contents
 * @param first the number of the first point
 */
export function navPointsOf(entries: ReadonlyArray<NavEntry>, first = 1): NavPoint[] {
  let next = first;
  return entries.map(({ label, href, children }) => {
    const playOrder = next;
    const below = navPointsOf(children, playOrder + 1);
    next = playOrder + 1 + countOf(children);
    return { label, href, playOrder, children: below };
  });
}

/** How many entries there are at all depths. */
export function countOf(entries: ReadonlyArray<NavEntry>): number {
  return entries.reduce((sum, { children }) => sum + 1 + countOf(children), 0);
}

/** How deep the tree is, 1 for a flat list. */
export function depthOf(entries: ReadonlyArray<NavEntry>): number {
  return entries.reduce((depth, { children }) => Math.max(depth, 1 + depthOf(children)), 0);
}

/** A place reading systems offer by its meaning. */
export interface Landmark {
  /** A term of the Structural Semantics Vocabulary. */
  readonly type: string;
  /** A type of the OPF 2 guide; undefined where it has none. */
  readonly guide?: string;
  readonly label: string;
  readonly href: string;
}

/**
 * Roles that make a landmark, with the type of the OPF 2 guide (OPF 2.0.1, 2.6). An index is none:
 * epubcheck-ts takes whatever is called so for the index itself.
 */
const landmarkRoles: Partial<Record<Role, string | undefined>> = {
  titlepage: 'title-page',
  'copyright-page': 'copyright-page',
  dedication: 'dedication',
  epigraph: 'epigraph',
  toc: 'toc',
  loi: 'loi',
  lot: 'lot',
  foreword: 'foreword',
  preface: 'preface',
  acknowledgments: 'acknowledgements',
  appendix: undefined,
  glossary: 'glossary',
  bibliography: 'bibliography',
  endnotes: 'notes',
  colophon: 'colophon',
};

/**
 * The landmarks in reading order: the cover, the first section of each role that is one, and
 * the start of the text.
 *
 * EPUB 3.3, 7.4.4.
 *
 * @param book the book
 * @param targets where every id stands
 * @param cover the file of the cover, if there is one
 */
export function landmarksOf(book: Book<Hast>, targets: Targets, cover: string | undefined): Landmark[] {
  const { labels } = book;
  const start = book.body[0];
  const landmarks: Landmark[] =
    cover === undefined ? [] : [{ type: 'cover', guide: 'cover', label: labels.cover, href: cover }];
  const seen = new Set<Role>();
  for (const section of sections(book)) {
    const href = addressOf(targets, section.id) ?? '';
    if (section === start)
      landmarks.push({ type: 'bodymatter', guide: 'text', label: nameOf(section, book), href });
    if (!(section.role in landmarkRoles) || seen.has(section.role)) continue;
    seen.add(section.role);
    const guide = landmarkRoles[section.role];
    landmarks.push({
      type: section.role,
      ...(guide !== undefined && { guide }),
      label: nameOf(section, book),
      href,
    });
  }
  return landmarks;
}
