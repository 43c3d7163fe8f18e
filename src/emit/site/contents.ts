import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Heading } from '../../book/book.ts';
import { addressOf, type Targets } from '../links.ts';
import type { SitePage } from './pages.ts';

/** The deepest headings listed below the page one is on. */
const deepest = 3;

/**
 * The contents as a list of links: parts with their chapters, and the headings of one page.
 *
 * @param pages of the book; those that contents leave out are left out, unless all are
 * @param targets where every id stands
 * @param current the page that is shown
 */
export function contentsList(pages: ReadonlyArray<SitePage>, targets: Targets, current?: SitePage): Element {
  const all = pages.filter(({ replaced, section }) => !replaced && section.role !== 'titlepage');
  const marked = all.filter(({ section }) => section.toc);
  const listed = marked.length > 0 ? marked : all;
  const parts = new Set(listed.flatMap(({ section }) => (section.role === 'part' ? [section.id] : [])));
  const entryOf = (page: SitePage): Element => {
    const within = parts.has(page.section.id)
      ? listed.filter(({ section }) => section.part === page.section.id)
      : [];
    const headings = page === current ? headingsOf(page, targets) : [];
    const below = [...headings, ...within.map(entryOf)];
    return h('li', [linkTo(page, current), ...(below.length > 0 ? [h('ol', below)] : [])]);
  };
  const top = listed.filter(({ section: { part } }) => part === undefined || !parts.has(part));
  return h('ol', top.map(entryOf));
}

function linkTo({ file, name, section }: SitePage, current: SitePage | undefined): Element {
  return h(
    'a',
    {
      href: file,
      ...(section.language !== undefined && { lang: section.language }),
      ...(file === current?.file && { ariaCurrent: 'page' }),
    },
    name,
  );
}

/** The headings of a page, each with the deeper ones up to the next of its depth. */
function headingsOf({ section }: SitePage, targets: Targets): ElementContent[] {
  const shown = section.headings.filter(
    ({ depth, text }) => depth > 1 && depth <= deepest && text.trim() !== '',
  );
  const listed = (headings: ReadonlyArray<Heading>): Element[] => {
    const [first, ...rest] = headings;
    if (first === undefined) return [];
    const end = rest.findIndex(({ depth }) => depth <= first.depth);
    const inner = end === -1 ? rest : rest.slice(0, end);
    const href = addressOf(targets, first.id)?.replace(/^[^#]*(?=#)/, '');
    const below = listed(inner);
    const item = h('li', [
      h('a', { href, ...(section.language !== undefined && { lang: section.language }) }, first.text),
      ...(below.length > 0 ? [h('ol', below)] : []),
    ]);
    return [item, ...(end === -1 ? [] : listed(rest.slice(end)))];
  };
  return listed(shown);
}
