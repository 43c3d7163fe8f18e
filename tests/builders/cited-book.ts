import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { sections, type Book } from '../../src/book/book.ts';
import { messagesOf } from '../../src/book/messages/messages.ts';
import type { NoteItem } from '../../src/book/nodes.ts';
import { attachMatter } from '../../src/matter/attach-matter.ts';
import { citeBook } from '../../src/matter/citations/cite-book.ts';
import { parseManuscript } from '../../src/markdown/parse-manuscript.ts';
import { readManuscript } from '../../src/read/manuscript.ts';
import { folderOf } from './folder.ts';

/** What readers see of a book with citations. */
export interface Cited {
  readonly book: Book;
  /** The paragraphs of its chapters, where marks of notes are numbers in brackets. */
  readonly text: string[];
  /** Its notes, with their numbers. */
  readonly notes: string[];
  /** The works it lists. */
  readonly works: string[];
  /** `file:line:column severity rule reason`. */
  readonly said: string[];
}

/** A few works that tests cite. */
export const works = `
@book{melville, author = {Melville, Herman}, title = {Moby-Dick}, publisher = {Harper}, address = {New York}, year = 1851}
@book{melville2, author = {Melville, Herman}, title = {Pierre}, publisher = {Harper}, year = 1852}
@article{roe, author = {Roe, Jane and Doe, John}, title = {On Whales}, journal = {Sea}, volume = 3, number = 2, pages = {10--20}, year = 1999, doi = {10.1000/x}}
@book{roe1999b, author = {Roe, Jane and Doe, John}, title = {Of Ships}, publisher = {Sea Press}, year = 1999}
@book{grau, author = {Grau, Anna}, title = {Die See}, publisher = {Meer}, year = 2001, langid = {ngerman}}
`;

/**
 * Reads and cites a book.
 *
 * @param chapters its texts, in order
 * @param citations what stands behind `citations:` in book.yaml, in one line
 * @param more lines of book.yaml, other files, and how long setting the citations may take
 */
export async function citedBook(
  chapters: string | string[],
  citations = '{ bibliography: refs.bib, style: notes }',
  {
    yaml = '',
    files = {},
    milliseconds,
  }: {
    readonly yaml?: string;
    readonly files?: Record<string, string>;
    readonly milliseconds?: number;
  } = {},
): Promise<Cited> {
  const language = /^language:/m.test(yaml) ? '' : 'language: en\n';
  const folder = await folderOf({
    'book.yaml': `title: Cited\n${language}citations: ${citations}\n${yaml}`,
    'refs.bib': works,
    ...Object.fromEntries(
      [chapters].flat().map((text, index) => [`0${index + 1}.md`, `# ${index + 1}\n\n${text}`]),
    ),
    ...files,
  });
  const manuscript = await readManuscript(folder);
  const written = parseManuscript(manuscript);
  const cited =
    manuscript.citations === undefined ? written : citeBook(written, manuscript.citations, milliseconds);
  const book = attachMatter(cited);
  const said = messagesOf(new Set([...manuscript.files, ...sections(written).map(({ file }) => file)])).map(
    ({ file, line, column, severity, rule, reason }) =>
      `${file}:${line}:${column} ${severity} ${rule} ${reason}`,
  );
  return { book, ...seen(book), said };
}

function seen(book: Book): Pick<Cited, 'text' | 'notes' | 'works'> {
  const text: string[] = [];
  const notes: string[] = [];
  const listed: string[] = [];
  for (const { role, tree } of sections(book)) {
    visit(tree, (node) => {
      if (node.type === 'noteItem') {
        notes.push(`${node.number} ${toString({ type: 'root', children: node.children })}`);
        return 'skip';
      }
      if (node.type === 'element' && node.data.hProperties['epub:type'] === 'biblioentry')
        listed.push(toString(withoutArrows(node)));
      if (node.type === 'paragraph' && role === 'chapter') text.push(toString(withMarks(node)));
      return undefined;
    });
  }
  return { text, notes, works: listed };
}

function withMarks<Tree extends object>(tree: Tree): Tree {
  const copy = structuredClone(tree);
  visit(copy as unknown as NoteItem, 'noteReference', (mark) => {
    Object.assign(mark, { value: `[${mark.number}]` });
  });
  return copy;
}

function withoutArrows<Tree extends object>(tree: Tree): Tree {
  const copy = structuredClone(tree);
  visit(copy as unknown as NoteItem, 'element', (node) => {
    if (node.data.hProperties['dataProduct'] === 'epub') node.children = [];
  });
  return copy;
}
