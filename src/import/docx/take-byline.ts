import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { ImportedMetadata } from '../imported.ts';
import { isBareName } from '../text/bare-name.ts';

interface Byline extends Pick<ImportedMetadata, 'authors'> {
  /** As written. */
  readonly line?: string;
}

/**
 * Takes the name of the author out of a document whose title has been taken: a paragraph that begins the text and is nothing
 * but that, with or without a word such as "by". Who has a program on a computer need not be the one.
 *
 * @param said what the document says of itself
 * @returns the author, where that is a name
 */
export function takeByline(tree: Root, said: ImportedMetadata): Byline {
  if (said.title === undefined) return {};
  const index = tree.children.findIndex((child) => child.type !== 'text' || child.value.trim() !== '');
  const [first, ...others] = tree.children.slice(index);
  if (first?.type !== 'element' || first.tagName !== 'p') return {};
  const line = toString(first).trim();
  const name = line.replace(/^(?:by|von|par|de|di|por|av|af|door)\s+(?=\p{Lu})/iu, '');
  const rest = others.map((each) => (each.type === 'element' ? toString(each) : '')).join('\n');
  if (said.authors?.includes(name) !== true && !isBareName(name, rest)) return {};
  tree.children.splice(index, 1);
  return { authors: [name], line };
}
