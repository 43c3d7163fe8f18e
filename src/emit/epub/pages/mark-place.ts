import type { Element, RootContent, Text } from 'hast';
import { textLength, undividedElements, type PageStart } from '../../../book/page-map.ts';

/** An element and those it stands in, the outermost first. */
export type Path = ReadonlyArray<Element>;

/** Before what a mark stands: before an element, or before a character of a text. */
export interface MarkPlace {
  readonly node: RootContent;
  readonly at: number;
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const inline = names(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd label mark q rb rp rt ruby s samp small span strong sub sup time u var',
);

const headings = names('h1 h2 h3 h4 h5 h6 header hgroup');

/** Elements that take no mark: it would stand between a word and its reading, or in the link that pops a note up. */
const closed = names('ruby rb rp rt math svg');

/**
 * The place of the mark of a page. What begins with the page is marked as a whole: the mark stands before
 * emphasis, links and headings, whose names it would else be part of, and within paragraphs, items and cells,
 * so that their neighbours stay neighbours.
 *
 * @param path to the spot
 */
export function placeIn(path: Path, start: PageStart): MarkPlace {
  const element = path.at(-1);
  if (element === undefined) throw new RangeError('A mark has no place outside of all elements');
  // In the e-book the text of what is played is not seen.
  const media = path.findIndex(({ tagName }) => tagName === 'audio' || tagName === 'video');
  if (media !== -1) return beforeElement(path.slice(0, media + 1));
  if (undividedElements.has(element.tagName)) return beforeElement(path);
  const text = textAt(element, start);
  if (text === undefined || (start.before === 0 && isFirst(element, text.node))) return atStart(path, text);
  const outer = path.findIndex(isClosed);
  return outer === -1 ? text : beforeElement(path.slice(0, outer + 1));
}

/** Whether something is read or seen there. */
export function hasContent(node: RootContent): boolean {
  if (node.type === 'text') return /\S/.test(node.value);
  return node.type === 'element' && (undividedElements.has(node.tagName) || node.children.some(hasContent));
}

/** The character of an element's own text before which so many stand; that of its word where the word is divided. */
function textAt(
  { children }: Element,
  { before, divided }: PageStart,
): (MarkPlace & { node: Text }) | undefined {
  let left = before;
  for (const node of children) {
    if (node.type !== 'text') continue;
    const length = textLength(node.value);
    if (left >= length) {
      left -= length;
      continue;
    }
    const at = characterAt(node.value, left);
    const [begun = ''] =
      divided === true ? (/[\p{L}\p{M}\p{N}\u00AD]+$/u.exec(node.value.slice(0, at)) ?? []) : [];
    return { node, at: at - begun.length };
  }
  return undefined;
}

/** Index of the character that so many stand before which count. */
function characterAt(text: string, count: number): number {
  let left = count;
  for (let at = 0; at < text.length; at++) {
    if (textLength(text.charAt(at)) === 0) continue;
    if (left === 0) return at;
    left--;
  }
  return text.length;
}

function isFirst({ children }: Element, node: RootContent): boolean {
  return children.find(hasContent) === node;
}

/** Before what an element begins with. */
function atStart(path: Path, text: MarkPlace | undefined): MarkPlace {
  const element = path.at(-1);
  const parent = path.at(-2);
  if (element === undefined) throw new RangeError('A mark has no place outside of all elements');
  const opens = parent !== undefined && headings.has(parent.tagName) && isFirst(parent, element);
  if (opens || inline.has(element.tagName) || headings.has(element.tagName)) return beforeElement(path);
  const first = element.children.find(hasContent) ?? element;
  return text ?? { node: first, at: 0 };
}

/** Before an element, or before what it is the first of, as far as no block begins there. */
function beforeElement(path: Path): MarkPlace {
  const [parent, element] = [path.at(-2), path.at(-1)];
  if (element === undefined) throw new RangeError('A mark has no place outside of all elements');
  const mustLeave = parent !== undefined && (isClosed(parent) || parent.tagName === 'hgroup');
  const mayLeave =
    parent !== undefined &&
    (inline.has(parent.tagName) || headings.has(parent.tagName)) &&
    isFirst(parent, element);
  return mustLeave || mayLeave ? beforeElement(path.slice(0, -1)) : { node: element, at: 0 };
}

function isClosed({ tagName, properties }: Element): boolean {
  return closed.has(tagName) || (tagName === 'a' && properties['epub:type'] === 'noteref');
}
