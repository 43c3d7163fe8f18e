import type { Nodes } from 'hast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { sections, type Book, type Hast, type Note, type Section } from '../../book/book.ts';
import type { Message } from '../../book/messages/messages.ts';
import { reasonWithPlace } from '../../book/messages/told-elsewhere.ts';
import { openEpub, type EpubContainer } from '../../prove/epub-container.ts';

/**
 * Findings about content documents of an EPUB, told at the places of the manuscript that they come
 * from, and about the stylesheet at those of theme.css; those about pages nobody wrote, or about other
 * files, as they are.
 *
 * @param epub the finished file
 * @param name its file name, with which the files of the findings begin
 * @param findings as a checker has them
 * @param book the book as it was packed
 * @param stylesheet the author's theme.css
 */
export async function placedInManuscript(
  epub: Uint8Array,
  name: string,
  findings: ReadonlyArray<Message>,
  book: Book<Hast>,
  stylesheet: string,
): Promise<Message[]> {
  if (findings.length === 0) return [];
  const container = await openEpub(epub);
  return Promise.all(
    findings.map(async (finding) => {
      if (finding.file.endsWith('.css')) return inStylesheet(finding, name, container, stylesheet);
      const place = await placeOf(finding, name, container, book);
      if (place === undefined) return finding;
      const { line, column } = place.point;
      return {
        ...finding,
        file: place.file.path ?? '',
        line,
        column,
        reason: reasonWithPlace(finding),
        hint: finding.rule.startsWith('epubcheck/') ? hint : finding.hint,
      };
    }),
  );
}

const hint =
  'Look at the HTML there, or write it in Markdown; where there is none, this is a fault of Colophon: please report it with the lines.';

/** The author's styles stand last in the file, line by line as written. */
async function inStylesheet(
  finding: Message,
  name: string,
  container: EpubContainer,
  stylesheet: string,
): Promise<Message> {
  const packed = (await container.read(finding.file.slice(name.length + 1))).trimEnd().split('\n').length;
  const written = stylesheet.trimEnd().split('\n').length;
  const line = finding.line - packed + written;
  const lead = stylesheet.length - stylesheet.trimStart().length;
  const first = stylesheet.slice(0, lead).split('\n').length;
  if (stylesheet.trim() === '' || line < first || line > written) return finding;
  const told = 'Mend the rule there, or take it out: readers of e-books may drop all that follows it.';
  return { ...finding, file: 'theme.css', line, reason: reasonWithPlace(finding), hint: told };
}

interface Place {
  readonly file: VFile;
  readonly point: Point;
}

async function placeOf(
  { file, line, column }: Message,
  name: string,
  container: EpubContainer,
  book: Book<Hast>,
): Promise<Place | undefined> {
  if (!file.startsWith(`${name}/`) || !file.endsWith('.xhtml')) return undefined;
  const path = file.slice(name.length + 1);
  const xhtml = await container.read(path);
  const start = sectionStart.exec(xhtml);
  const section = sections(book).find(({ id }) => id === (start?.[1] ?? start?.[2]));
  if (start === null || section === undefined) return undefined;
  const lines = xhtml.split('\n');
  // A checker that knows no column says 1: it means what begins in the line.
  const reach = column > 1 ? column - 1 : (lines[line - 1] ?? '').indexOf('>') + 1;
  const end = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + reach;
  const here = passed(xhtml.slice(start.index, end));
  const before = start[2] === undefined ? 0 : await charactersBefore(path, section.id, container);
  return placeBehind({ ...here, characters: before + here.characters }, section, book);
}

/** Where a section begins in its document, by its id, or goes on. */
const sectionStart = /<section\b(?:\s[^>]*)?\s(?:id="([^"]+)"|data-continues="([^"]+)")/;

/** Characters of a section that goes on in a document, in those before it. */
async function charactersBefore(path: string, id: string, { spine, read }: EpubContainer): Promise<number> {
  let characters = 0;
  for (const document of spine.slice(0, spine.indexOf(path))) {
    const xhtml = await read(document);
    const start = sectionStart.exec(xhtml);
    if (start !== null && (start[1] ?? start[2]) === id)
      characters += passed(xhtml.slice(start.index, xhtml.lastIndexOf('</body>'))).characters;
  }
  return characters;
}

/** How far into a section a place lies. */
interface Progress {
  /** Characters of text before it; blanks are left out, and what joins marks to words, which the e-book does without. */
  characters: number;
  /** Elements begun since the last of them. */
  elements: number;
}

function passed(xhtml: string): Progress {
  const progress = { characters: 0, elements: 0 };
  for (const [piece] of xhtml.matchAll(/<(?:"[^"]*"|[^">])*>?|&[^;]*;|[^\s\u2060<&]/gu)) {
    if (!piece.startsWith('<')) {
      progress.characters++;
      progress.elements = 0;
    } else if (!piece.startsWith('</')) progress.elements++;
  }
  return progress;
}

/** The last element of the author's that begins there or before, in reading order. */
function placeBehind(target: Progress, section: Section<Hast>, book: Book<Hast>): Place | undefined {
  const notes = new Map(book.notes.map((note) => [note.id, note]));
  const at: Progress = { characters: 0, elements: 0 };
  let found: Place | undefined;
  const isPast = (): boolean =>
    at.characters > target.characters ||
    (at.characters === target.characters && at.elements > target.elements);
  const walk = (node: Nodes, around: VFile): void => {
    const note = noteAt(node, notes);
    const file = note?.file ?? around;
    if (node.type === 'text' && /[^\s\u2060]/.test(node.value)) {
      at.characters += Array.from(node.value.replace(/[\s\u2060]/g, '')).length;
      at.elements = 0;
    }
    if (node.type === 'element') {
      at.elements++;
      if (isPast()) return;
      const point = (node.position ?? note?.tree.children[0]?.position)?.start;
      if (point !== undefined) found = { file, point };
    }
    if ('children' in node) for (const child of node.children) walk(child, file);
  };
  walk(section.tree, section.file);
  return found;
}

/** The note whose text an element holds. */
function noteAt(node: Nodes, notes: ReadonlyMap<string, Note<Hast>>): Note<Hast> | undefined {
  const id = node.type === 'element' ? node.properties['id'] : undefined;
  return typeof id === 'string' ? notes.get(id) : undefined;
}
