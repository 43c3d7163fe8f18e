import { readFileSync } from 'node:fs';
import type { PhrasingContent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Book, Heading, Note, NoteSeries, Section } from '../../src/book/book.ts';
import type { Metadata, NotesSettings } from '../../src/book/metadata.ts';
import type { NoteReference } from '../../src/book/nodes.ts';
import { makeBook } from './book.ts';
import { makeMetadata } from './metadata.ts';

/** A book of Markdown with the program's own copyright page. */
export function makeMdastBook(parts: Partial<Book> = {}, metadata: Partial<Metadata> = {}): Book {
  return makeBook<Root>({ copyrightTemplate: copyrightTemplate(), ...parts }, metadata);
}

/** The template of the copyright page that comes with the program. */
export function copyrightTemplate(): Root {
  const url = new URL('../../templates/pages/copyright-page.md', import.meta.url);
  return unified().use(remarkParse).parse(readFileSync(url, 'utf8'));
}

/** Settings of notes with nothing unusual in them that a test does not name. */
export function makeNotes(settings: Partial<NotesSettings> = {}): Pick<Metadata, 'notes'> {
  return { notes: { ...makeMetadata().notes, ...settings } };
}

/** A chapter named by its id; `{a}` in title and text cites the note `a`, with anchor `<id>:a@<place>`. */
export function makeSection(
  id: string,
  markdown = '',
  rest: Partial<Section> & { titled?: string } = {},
): Section {
  const { titled = id, ...given } = rest;
  const titleTree: Root = { type: 'root', children: inline(titled, `${id}.title`) };
  return {
    id,
    role: 'chapter',
    title: toString(titleTree),
    titleTree,
    untitled: false,
    numbered: true,
    toc: true,
    headings: [],
    tree: parse(markdown, id),
    file: new VFile({ path: `${id}.md`, value: markdown }),
    ...given,
  };
}

/** A note of a section; one whose id begins with `m` is marked. */
export function makeNote(id: string, section: string, markdown = `Text of ${id}.`): Note {
  const file = new VFile({ path: `${section}.md` });
  return { id, label: id, series: seriesOf(id), section, tree: parse(markdown, id), file };
}

/** A note of the file that all sections share. */
export function makeSharedNote(id: string, rest: Partial<Note> = {}): Note {
  const { section: _, ...shared } = makeNote(id, 'notes');
  return { ...shared, ...rest };
}

function seriesOf(id: string): NoteSeries {
  return id.startsWith('m') ? 'marked' : 'numbered';
}

export function makeHeadings(...headings: Array<[Heading['depth'], string]>): Heading[] {
  return headings.map(([depth, text]) => ({ depth, text, id: text.toLowerCase() }));
}

function inline(markdown: string, place: string): Root['children'] {
  const [paragraph] = parse(markdown, place).children;
  return paragraph?.type === 'paragraph' ? paragraph.children : [];
}

const parser = unified().use(remarkParse).freeze();

function parse(markdown: string, place: string): Root {
  const tree = parser.parse(markdown);
  let marks = 0;
  visit(tree, 'text', (node, index, parent) => {
    if (parent === undefined || index === undefined || !node.value.includes('{')) return undefined;
    const pieces = node.value.split(/\{(\w+)\}/).map((piece, at): PhrasingContent => {
      if (at % 2 === 0) return { type: 'text', value: piece };
      marks += 1;
      const anchor = `${place}:${piece}@${marks}`;
      const series = seriesOf(piece);
      return { type: 'noteReference', label: piece, series, noteId: piece, anchor } satisfies NoteReference;
    });
    parent.children.splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
  return tree;
}

/** The numbers on the marks of a tree, in document order. */
export function markNumbers(tree: Root): Array<string | undefined> {
  const numbers: Array<string | undefined> = [];
  visit(tree, 'noteReference', (mark: NoteReference) => void numbers.push(mark.number));
  return numbers;
}

/** The tree as HTML, by the same components that build the book. */
export function toHtml(tree: Root): string {
  const processor = unified().use(remarkRehype).use(rehypeStringify);
  return processor.stringify(processor.runSync(tree)).replaceAll('\n', '');
}
