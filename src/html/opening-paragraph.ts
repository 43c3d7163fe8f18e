import type { Element, ElementContent, Root, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import type { OpeningStyle } from '../book/metadata.ts';
import type { Role } from '../book/roles.ts';
import { phrasing } from './author-html/content-models.ts';
import { classesOf, element, text } from './element.ts';

/** Roles whose text is prose with a beginning. */
const prose: ReadonlySet<Role> = new Set<Role>([
  'foreword',
  'preface',
  'preamble',
  'introduction',
  'prologue',
  'chapter',
  'conclusion',
  'epilogue',
  'afterword',
  'acknowledgments',
]);

/** Characters a paragraph needs to fill the lines beside a large initial. */
const shortest = 160;

/** A quotation mark, then a letter that has capitals: scripts without them have no initials of this kind. */
const initial = /^\s*([“”„«‹‘‚»›"'’]\u202f?)?\p{Lu}/u;

/** The words to set apart: four, or fewer where a clause ends before. */
const lead = /^\s*(?:[^\s.,;:!?—–]+\s+){0,3}[^\s.,;:!?—–]+/u;

/**
 * The content of a section with its first paragraph marked for its opening style: the class
 * `first`, with a large initial also `dropcap`, its first words in a `span` of class
 * `opening-words`, a quotation mark before a large initial in one of class `opening-quote`. An epigraph may come before. Where
 * the section begins with anything but a paragraph of text, or the paragraph with a picture or
 * code, nothing is marked.
 *
 * @param content the content, which is not changed
 * @param role the role of the section
 * @param style how its text is to begin
 */
export function withOpening(content: Root, role: Role, style: OpeningStyle): Root {
  if (style === 'plain' || !prose.has(role)) return content;
  const index = content.children.findIndex(
    (node) => node.type === 'element' && !classesOf(node).includes('epigraph'),
  );
  const first = content.children[index];
  if (first?.type !== 'element' || first.tagName !== 'p' || classesOf(first).length > 0) return content;
  const words = toString(first);
  const mark = initial.exec(words);
  const large = style === 'dropcap' && mark !== null && words.length >= shortest;
  const children = withLead(first.children, large && mark[1] !== undefined);
  if (!children) return content;
  const className = large ? ['first', 'dropcap'] : ['first'];
  const marked: Element = { ...first, properties: { ...first.properties, className }, children };
  return { ...content, children: content.children.with(index, marked) };
}

/** The content with its first words set apart, or nothing where it does not begin with words. */
function withLead(content: readonly ElementContent[], quoted: boolean): ElementContent[] | undefined {
  const [first, ...rest] = content;
  if (first?.type === 'element' && first.children.length === 0 && first.tagName === 'span') {
    // A place that something leads to.
    const others = withLead(rest, quoted);
    return others && [first, ...others];
  }
  if (first?.type === 'text') {
    const parts = leadOf(first, quoted);
    return parts && [...parts, ...rest];
  }
  if (first?.type !== 'element' || !phrasing.has(first.tagName)) return undefined;
  if (['code', 'kbd', 'samp', 'sub', 'sup'].includes(first.tagName)) return undefined;
  const children = withLead(first.children, quoted);
  return children && [{ ...first, children }, ...rest];
}

function leadOf({ value }: Text, quoted: boolean): ElementContent[] | undefined {
  const length = lead.exec(value)?.[0].length;
  if (length === undefined) return undefined;
  const mark = quoted ? (/^\s*\S\u202f?/u.exec(value)?.[0] ?? '') : '';
  const words = element('span', { className: ['opening-words'] }, [text(value.slice(mark.length, length))]);
  const after = value.slice(length);
  return [
    ...(mark === '' ? [] : [element('span', { className: ['opening-quote'] }, [text(mark)])]),
    words,
    ...(after === '' ? [] : [text(after)]),
  ];
}
