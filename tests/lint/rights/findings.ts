import type { Nodes, PhrasingContent, Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { AssetReference, Note, Section } from '../../../src/book/book.ts';
import { licenceOf, type Licence } from '../../../src/book/licence.ts';
import type { Metadata } from '../../../src/book/metadata.ts';
import type { NoteReference } from '../../../src/book/nodes.ts';
import { messagesOf, type Message } from '../../../src/book/messages/messages.ts';
import type { DeclaredPart } from '../../../src/book/rights.ts';
import { checkRights } from '../../../src/lint/rights/check-rights.ts';
import { makeBook } from '../../builders/book.ts';

/** A manuscript about which the rules on rights are asked. */
export interface Case {
  /** Markdown by file name; footnotes become notes of the book. */
  readonly chapters?: Readonly<Record<string, string>>;
  readonly images?: Readonly<Record<string, Partial<DeclaredPart>>>;
  readonly sources?: Readonly<Record<string, Partial<DeclaredPart>>>;
  readonly metadata?: Partial<Metadata>;
}

/** What the rules on rights say of a manuscript; declaration n stands in line n of rights.yaml. */
export function findings({ chapters = {}, images = {}, sources = {}, metadata = {} }: Case): Message[] {
  const register = new VFile({ path: 'rights.yaml' });
  let line = 0;
  const declare = (parts: Readonly<Record<string, Partial<DeclaredPart>>>) =>
    new Map(
      Object.entries(parts).map(([key, part]): [string, DeclaredPart] => {
        line += 1;
        const point = { line, column: 3 };
        return [key, { file: register, position: { start: point, end: point }, ...part }];
      }),
    );
  const references: AssetReference[] = [];
  const notes: Note[] = [];
  const body = Object.entries(chapters).map(([path, markdown]) => section(path, markdown, references, notes));
  const rights = { images: declare(images), sources: declare(sources) };
  const book = makeBook<Root>({ body, notes, rights }, metadata);
  checkRights(book, references);
  return messagesOf([register, ...body.map(({ file }) => file)]);
}

/** Place, rule and reason of each message. */
export function said(messages: ReadonlyArray<Message>): Array<[string, string, string]> {
  return messages.map(({ file, line, column, rule, reason }) => [`${file}:${line}:${column}`, rule, reason]);
}

export function licensed(id: string): { readonly license: Licence } {
  return { license: licenceOf({ id, name: id }) };
}

/** The quotation that is the first thing in this Markdown. */
export function firstNode(markdown: string): Nodes {
  const [first] = parse(markdown).children;
  if (first === undefined) throw new Error('The Markdown is empty');
  return first;
}

function section(path: string, markdown: string, references: AssetReference[], notes: Note[]): Section {
  const file = new VFile({ path, value: markdown });
  const tree = parse(markdown);
  visit(tree, 'image', ({ url, position }) => {
    references.push({ path: url, file, ...(position && { position }) });
  });
  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    const text: Root = { type: 'root', children: node.children };
    notes.push({ id: node.identifier, label: node.identifier, series: 'numbered', tree: text, file });
    parent?.children.splice(index ?? 0, 1);
    return index;
  });
  return {
    id: path.replace(/\.md$/, ''),
    role: 'chapter',
    title: path,
    titleTree: { type: 'root', children: [] },
    untitled: false,
    numbered: true,
    toc: true,
    headings: [],
    tree,
    file,
  };
}

function parse(markdown: string): Root {
  const tree = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).parse(markdown);
  visit(tree, (node: Nodes, index, parent) => {
    if (node.type === 'footnoteReference' && parent !== undefined && index !== undefined) {
      const { identifier } = node;
      const mark: NoteReference = {
        type: 'noteReference',
        label: identifier,
        series: 'numbered',
        noteId: identifier,
        anchor: `${identifier}-mark`,
      };
      (parent.children as PhrasingContent[])[index] = mark;
    }
    if (!('name' in node) || !('attributes' in node)) return;
    const source = node.attributes?.['source'];
    if (node.name === 'quote' && source) {
      node.data = { hName: 'blockquote', hProperties: { className: ['quote'], dataSource: source } };
    }
    if (node.name === 'attribution') node.data = { hName: 'p', hProperties: { className: ['attribution'] } };
  });
  return tree;
}
