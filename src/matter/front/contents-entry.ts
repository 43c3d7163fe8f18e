import type { PhrasingContent, Root } from 'mdast';
import type { ElementNode } from '../../book/nodes.ts';
import { element, line, span, text } from '../element.ts';
import { inlineTitle } from '../inline-title.ts';

/** One line of the contents with those below it. */
export interface Entry {
  /** The id of the section or heading. */
  readonly id: string;
  /** The role of the section, or `heading`. */
  readonly kind: string;
  readonly number?: string | undefined;
  readonly title: string;
  /** The title with its inline markup, where there is any. */
  readonly titleTree?: Root | undefined;
  /** BCP 47, where it differs from the book's. */
  readonly language?: string | undefined;
  readonly children: ReadonlyArray<Entry>;
}

/**
 * The list item of an entry: number and title linked to their place, then an empty span for the
 * printed page.
 *
 * @param entry the entry
 * @param below the list of the entries below it, if any
 */
export function entryTree(entry: Entry, below: ElementNode[]): ElementNode {
  const { id, kind, number, title, titleTree, language } = entry;
  const markup = titleTree === undefined ? [] : inlineTitle(titleTree);
  const words = markup.length > 0 ? markup : [text(title)];
  const lang = language === undefined ? {} : { lang: language };
  const name: PhrasingContent[] = [element('span', { className: ['title'], ...lang }, words)];
  if (number !== undefined) name.unshift(span('number', number), text(' '));
  const link: PhrasingContent = { type: 'link', url: `#${id}`, children: name };
  const page = element('span', { className: ['page'], dataPageOf: id }, []);
  return element('li', { className: [`toc-${kind}`] }, [line('entry', [link, text(' '), page]), ...below]);
}
