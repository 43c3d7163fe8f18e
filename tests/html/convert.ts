import type { Element, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Book, Note, Section } from '../../src/book/book.ts';
import { messagesOf, type Message } from '../../src/book/messages/messages.ts';
import { bookToHast } from '../../src/html/book-to-hast.ts';
import type { Root as Mdast } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { VFile } from 'vfile';
import type { Labels } from '../../src/book/labels.ts';

const labels = {
  noteMark: 'Note {number}',
  backlink: 'Back to {number}',
  backlinkNth: 'Back to {index} of {number}',
  taskDone: 'Done',
  taskOpen: 'Open',
} as unknown as Labels;

/** A file of Markdown, parsed by the plain libraries. */
export function parsed(value: string, path = '01-one.md'): { tree: Mdast; file: VFile } {
  const file = new VFile({ path, value });
  return { tree: unified().use(remarkParse).use(remarkGfm).use(remarkMath).parse(file), file };
}

/** A section with this content, a chapter called "One" unless told otherwise. */
export function section(content: { tree: Mdast; file: VFile }, given: Partial<Section> = {}): Section {
  return {
    id: 'one',
    role: 'chapter',
    title: 'One',
    titleTree: { type: 'root', children: [{ type: 'text', value: 'One' }] },
    untitled: false,
    numbered: true,
    toc: true,
    headings: [],
    ...content,
    ...given,
  };
}

/** The HTML of a book of these sections, with messages and references. */
export function convert(body: Section[], notes: Note[] = [], language = 'en') {
  const book = {
    labels,
    front: [],
    body,
    back: [],
    notes,
    metadata: { title: 'Book', language, print: {} },
  } as unknown as Book;
  const { book: converted, references } = bookToHast(book);
  const html = converted.body.map(({ tree }) => stringify(tree));
  const messages: Message[] = messagesOf([...body, ...notes].map(({ file }) => file));
  return { book: converted, references, html, messages };
}

/** The HTML below the opening of one chapter with this Markdown. */
export function htmlOf(markdown: string, path?: string) {
  const { book, references, messages } = convert([section(parsed(markdown, path), { untitled: true })]);
  const [wrapper] = book.body[0]?.tree.children ?? [];
  const children = wrapper?.type === 'element' ? wrapper.children : [];
  return { html: stringify({ type: 'root', children }).trim(), references, messages, book };
}

/** The first element of a name. */
export function find(tree: Root, tagName: string): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (node) => {
    if (node.tagName === tagName) found ??= node;
  });
  return found;
}

function stringify(tree: Root): string {
  return unified().use(rehypeStringify).stringify(tree);
}
