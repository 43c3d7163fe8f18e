import type { Message } from '../../book/messages/messages.ts';
import { reasonWithPlace } from '../../book/messages/told-elsewhere.ts';
import type { WrittenBook, WrittenPlace } from '../../book/written.ts';
import { openEpub, type EpubContainer } from '../epub-container.ts';

/**
 * Findings about content documents of an EPUB, told at the places of the manuscript that they come
 * from, and about the stylesheet at those of theme.css; those about pages nobody wrote, or about other
 * files, as they are.
 *
 * @param epub the finished file
 * @param name its file name, with which the files of the findings begin
 * @param findings as a checker has them
 * @param written where the book as it was packed was written
 * @param stylesheet the author's theme.css; empty where it is not known
 */
export async function placedInManuscript(
  epub: Uint8Array,
  name: string,
  findings: ReadonlyArray<Message>,
  written: WrittenBook,
  stylesheet: string,
): Promise<Message[]> {
  if (findings.length === 0) return [];
  const container = await openEpub(epub);
  return Promise.all(
    findings.map(async (finding) => {
      if (finding.file.endsWith('.css')) return inStylesheet(finding, name, container, stylesheet);
      const place = await placeOf(finding, name, container, written);
      if (place === undefined) return finding;
      const { file, line, column } = place;
      return {
        ...finding,
        file,
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

async function placeOf(
  { file, line, column }: Message,
  name: string,
  container: EpubContainer,
  written: WrittenBook,
): Promise<WrittenPlace | undefined> {
  if (!file.startsWith(`${name}/`) || !file.endsWith('.xhtml')) return undefined;
  const path = file.slice(name.length + 1);
  const xhtml = await container.read(path);
  const start = sectionStart.exec(xhtml);
  const id = start?.[1] ?? start?.[2] ?? '';
  const places = written.get(id);
  if (start === null || places === undefined) return undefined;
  const lines = xhtml.split('\n');
  // A checker that knows no column says 1: it means what begins in the line.
  const reach = column > 1 ? column - 1 : (lines[line - 1] ?? '').indexOf('>') + 1;
  const end = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + reach;
  const here = passed(xhtml.slice(start.index, end));
  const before = start[2] === undefined ? 0 : await charactersBefore(path, id, container);
  return placeBehind({ ...here, characters: before + here.characters }, places);
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
function placeBehind(target: Progress, places: ReadonlyArray<WrittenPlace>): WrittenPlace | undefined {
  return places.findLast(
    ({ characters, elements }) =>
      characters < target.characters || (characters === target.characters && elements <= target.elements),
  );
}
