import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { sections, type Book } from '../../src/book/book.ts';
import type { NoteReference } from '../../src/book/nodes.ts';
import { messagesOf } from '../../src/book/messages/messages.ts';
import { parseManuscript } from '../../src/markdown/parse-manuscript.ts';
import { plainText } from '../../src/markdown/plain-text.ts';
import { manuscript, type TestFile, type TestOptions } from '../builders/manuscript.ts';

/** A book of these chapters, and what was said about them as `file:line:column rule`. */
export function parseBook(files: Readonly<Record<string, TestFile>>, options: TestOptions = {}) {
  const source = manuscript(files, options);
  const book = parseManuscript(source);
  const found = messagesOf(source.files);
  return {
    book,
    messages: found,
    places: found.map((one) => `${one.file}:${one.line}:${one.column} ${one.rule}`),
  };
}

/** The marks in a tree, in order. */
export function marksIn(tree: Nodes): NoteReference[] {
  const marks: NoteReference[] = [];
  visit(tree, 'noteReference', (node) => void marks.push(node));
  return marks;
}

/** The marks in the text of every section, as `section → note`. */
export function citations(book: Book): string[] {
  return sections(book).flatMap(({ id, titleTree, tree }) =>
    [titleTree, tree].flatMap(marksIn).map(({ noteId }) => `${id} → ${noteId}`),
  );
}

/** The notes as `label: text`. */
export function texts(book: Book): string[] {
  return book.notes.map(({ label, tree }) => `${label}: ${tree.children.map(plainText).join(' | ')}`);
}
