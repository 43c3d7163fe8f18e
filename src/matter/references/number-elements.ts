import type { RootContent } from 'mdast';
import type { Node } from 'unist';
import type { Book, Section } from '../../book/book.ts';
import { fill } from '../../book/labels.ts';
import type { CaptionedTable, ElementNode, Figure, FigureCaption } from '../../book/nodes.ts';
import { inDigits } from '../../language/digits.ts';
import { keptTogether } from './kept-together.ts';
import { element, text } from '../element.ts';
import { withReplaced } from '../with-replaced.ts';

/** A figure or table that may have a number. */
export type Numbered = Figure | CaptionedTable;

/** The class of the words in front of a caption. */
export const captionLabel = 'caption-label';

/**
 * The book with its figures and tables numbered, in two series, and their captions naming the
 * number: "Figure 3." Numbers count through the book or, as `metadata.numbering` asks, anew in each
 * numbered section: "3.1". Sections without a number then share one count. Elements in notes stay
 * without.
 *
 * @param book the book, its sections numbered
 */
export function numberElements(book: Book): Book {
  const counts = { figure: new Map<string, number>(), captionedTable: new Map<string, number>() };
  const numberIn = (section: Section): Section => {
    const tree = withReplaced(section.tree, (node) => {
      if (node.type === 'noteList') return node;
      if (!isNumbered(node)) return undefined;
      const settings = book.metadata.numbering;
      const scope = node.type === 'figure' ? settings.figures : settings.tables;
      const prefix = scope === 'chapter' ? (section.number ?? '') : '';
      const count = (counts[node.type].get(prefix) ?? 0) + 1;
      counts[node.type].set(prefix, count);
      const number = inDigits(count, book.metadata.language);
      return numbered(node, prefix === '' ? number : `${prefix}.${number}`, book, section);
    });
    return tree === section.tree ? section : { ...section, tree };
  };
  return {
    ...book,
    front: book.front.map(numberIn),
    body: book.body.map(numberIn),
    back: book.back.map(numberIn),
  };
}

function isNumbered(node: Node): node is Numbered {
  return (node.type === 'figure' || node.type === 'captionedTable') && (node as Numbered).numbered === true;
}

function numbered(node: Numbered, number: string, book: Book, { language }: Section): Numbered {
  const { labels, metadata } = book;
  const children: RootContent[] = node.children;
  const caption = children.find((child) => child.type === 'figureCaption');
  const wording = labels.captions[node.type === 'figure' ? 'figure' : 'table'];
  const label = fill(keptTogether(wording), { number });
  // The words are in the language of the book; alone they are no sentence.
  const lang = language === undefined ? {} : { lang: metadata.language };
  const words = element('span', { className: [captionLabel], ...lang }, [
    text(caption === undefined ? label.replace(/[.:]$/, '') : label),
  ]);
  const hName = node.type === 'figure' ? 'figcaption' : 'caption';
  const named: FigureCaption =
    caption === undefined
      ? { type: 'figureCaption', data: { hName }, children: [words] }
      : { ...caption, children: withLabel(caption.children, words) };
  const rest = children.filter((child) => child !== caption);
  const all = node.type === 'figure' ? [...rest, named] : [named, ...rest];
  return { ...node, number, children: all } as Numbered;
}

/** The label stands in the first paragraph, or else in the line that the caption is. */
function withLabel(children: RootContent[], label: ElementNode): RootContent[] {
  const [first, ...rest] = children;
  if (first?.type !== 'paragraph') return [label, text(' '), ...children];
  return [{ ...first, children: [label, text(' '), ...first.children] }, ...rest];
}
