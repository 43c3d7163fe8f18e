import type { PhrasingContent } from 'mdast';
import type { IndexMark } from '../../book/nodes.ts';
import type { Orthography } from '../../language/punctuation.ts';
import { smartText } from '../typography/smart-text.ts';

/** The term and two levels below it: an index with more is not read but deciphered. */
export const deepestEntry = 3;

/**
 * A place the index leads to.
 *
 * @param id unique in the book
 * @param given what the mark says
 * @param children the words marked
 */
export function indexMark(
  id: string,
  given: Omit<IndexMark, 'type' | 'data' | 'children'>,
  children: PhrasingContent[],
): IndexMark {
  return {
    type: 'indexMark',
    data: { hName: 'span', hProperties: { id, className: ['index-mark'] } },
    ...given,
    children,
  };
}

/**
 * The way to an entry, as authors write it: `whale > white`.
 *
 * @param written terms with `>` between them
 * @param orthography how they are written
 */
export function pathOf(written: string, orthography: Orthography): string[] {
  return smartText(written, orthography)
    .split('>')
    .map((term) => term.replace(/\s+/g, ' ').trim())
    .filter((term) => term !== '');
}

/** The words marked as a term: their text, italics between asterisks, without note marks and raw HTML. */
export function termOf(nodes: ReadonlyArray<PhrasingContent>): string {
  return nodes.map(partOf).join('').replace(/\s+/g, ' ').trim();
}

function partOf(node: PhrasingContent): string {
  if (node.type === 'text') return node.value.replaceAll(/[*>]/g, '');
  if (node.type === 'inlineCode' || node.type === 'inlineMath') return node.value;
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return '';
  const inner = termOfAll(node.children as PhrasingContent[]);
  return node.type === 'emphasis' && inner.trim() !== '' ? `*${inner.replaceAll('*', '')}*` : inner;
}

function termOfAll(nodes: ReadonlyArray<PhrasingContent>): string {
  return nodes.map(partOf).join('');
}
