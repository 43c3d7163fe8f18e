import type { PhrasingContent, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { sections, type Book } from '../../book/book.ts';
import { fill } from '../../book/labels.ts';
import { keptTogether } from '../references/kept-together.ts';
import { entryTree } from './contents-entry.ts';
import { element } from '../element.ts';
import { orderFront } from './front-order.ts';
import { generatedSection } from '../generated-section.ts';
import { captionLabel, type Numbered } from '../references/number-elements.ts';

/**
 * The book with a list of its numbered figures and one of its tables behind the contents, where
 * `metadata.lists` asks for them: numbers, captions and places for the printed pages. A list that
 * would be empty is not made; an author's own one wins.
 *
 * @param book the book, its elements numbered
 */
export function attachElementLists(book: Book): Book {
  const { lists } = book.metadata;
  const withFigures = lists.figures ? attachList(book, 'figure', 'loi') : book;
  return lists.tables ? attachList(withFigures, 'captionedTable', 'lot') : withFigures;
}

function attachList(book: Book, type: Numbered['type'], role: 'loi' | 'lot'): Book {
  if (sections(book).some((section) => section.role === role)) return book;
  const entries = sections(book).flatMap(({ tree, language }) => {
    const found: Numbered[] = [];
    visit(tree, (node) => {
      if (node.type === 'noteList') return SKIP;
      if (node.type === type && node.number !== undefined) found.push(node);
      return undefined;
    });
    return found.map((node) => entryOf(node, book, language));
  });
  if (entries.length === 0) return book;
  const [id, title] =
    role === 'loi'
      ? (['list-of-figures', book.labels.listOfFigures] as const)
      : (['list-of-tables', book.labels.listOfTables] as const);
  const list = element('ol', { className: ['contents', id] }, entries);
  const page = { ...generatedSection(book, id, role, title, [list]), toc: true };
  return { ...book, front: orderFront([...book.front, page]) };
}

function entryOf(node: Numbered, { labels }: Book, language: string | undefined) {
  const kind = node.type === 'figure' ? 'figure' : 'table';
  const number = node.number ?? '';
  const id = node.data?.hProperties?.['id'];
  const words = captionOf(node);
  const fallback = fill(keptTogether(labels.captions[kind]), { number }).replace(/[.:]$/, '');
  return entryTree(
    {
      id: typeof id === 'string' ? id : '',
      kind,
      ...(words.length > 0 || node.shortTitle !== undefined ? { number } : {}),
      title: node.shortTitle ?? fallback,
      ...(node.shortTitle === undefined && { titleTree: { type: 'root', children: words } }),
      language,
      children: [],
    },
    [],
  );
}

/** The first paragraph of the caption, without the number. */
function captionOf({ children }: Numbered): PhrasingContent[] {
  const caption = (children as RootContent[]).find((child) => child.type === 'figureCaption');
  const [first] = caption?.children ?? [];
  const content = first?.type === 'paragraph' ? first.children : (caption?.children ?? []);
  const labelled =
    content[0]?.type === 'element' && content[0].data.hProperties['className']?.toString() === captionLabel;
  return (labelled ? content.slice(2) : content) as PhrasingContent[];
}
