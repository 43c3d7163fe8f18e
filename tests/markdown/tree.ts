import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { messagesOf, type Message } from '../../src/book/messages/messages.ts';
import { sections, type Book } from '../../src/book/book.ts';
import { parseManuscript } from '../../src/markdown/parse-manuscript.ts';
import { manuscript } from '../builders/manuscript.ts';

/** What becomes of one chapter with a title and this text. */
export function parseText(text: string): { tree: Root; book: Book; messages: Message[] } {
  const source = manuscript({ 'one.md': `# One\n\n${text}` });
  const book = parseManuscript(source);
  const tree = sections(book)[0]?.tree ?? { type: 'root', children: [] };
  return { tree, book, messages: messagesOf(source.files) };
}

/** The raw HTML of a tree. */
export function htmlIn(tree: Root): string[] {
  const pieces: string[] = [];
  visit(tree, 'html', ({ value }) => {
    pieces.push(value);
  });
  return pieces;
}

/** A tree without its positions. */
export function withoutPositions(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'position' ? undefined : value)));
}
