import { readdir, readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import type { VFile } from 'vfile';
import { limits } from '../../book/limits.ts';
import { report } from '../../book/messages/messages.ts';
import { didYouMean } from '../../book/nearest.ts';
import { faultInWords, readText } from '../files/text-file.ts';
import { readXml, XmlFault } from '../images/read-xml.ts';
import type { CitingBook } from './citations.ts';

const folder = new URL('templates/citations/styles/', import.meta.resolve('colophon/package.json'));
const largest = limits['bibliography-size'].most;
const deepest = 64;
const csl = 'http://purl.org/net/xbiblio/csl';

/** The style of a book that names none, and what stands in for one that cannot be used. */
const usual = 'author-date';

/** A style that is independent of others. */
export interface ReadStyle {
  readonly xml: string;
  readonly name: string;
  /** BCP 47, where the style says in which language it is set. */
  readonly defaultLanguage?: string;
  readonly files: ReadonlyArray<VFile>;
}

/** What a style says of itself. */
interface StyleHead {
  readonly defaultLanguage?: string;
  /** The address of the style that it is another name of. */
  readonly parent?: string;
}

/**
 * The style that a book names: one of ours, or a file; of a file that is but another name of a style, that style,
 * which must lie beside it. Faults are messages, and then the usual style stands in.
 */
export async function readStyle(book: CitingBook): Promise<ReadStyle> {
  const { style = usual } = book.config;
  const names = await styleNames();
  if (names.includes(style)) return builtIn(style);
  if (/^https?:/i.test(style)) {
    refuse(book, `The style ${style} is not fetched`, 'Put the .csl file into the folder and give its path.');
    return builtIn(usual);
  }
  if (!/[./]/.test(style)) {
    const near = didYouMean(style, names);
    refuse(
      book,
      `There is no style "${style}"`,
      near ?? `Accepted: ${names.join(', ')}, or the path of a .csl file.`,
    );
    return builtIn(usual);
  }
  return (await fromFile(book, style)) ?? builtIn(usual);
}

/** The names of our own styles. */
async function styleNames(): Promise<string[]> {
  const files = await readdir(folder);
  return files
    .filter((name) => name.endsWith('.csl'))
    .map((name) => name.slice(0, -4))
    .toSorted();
}

async function builtIn(name: string): Promise<ReadStyle> {
  return { xml: await readFile(new URL(`${name}.csl`, folder), 'utf8'), name, files: [] };
}

async function fromFile(book: CitingBook, path: string): Promise<ReadStyle | undefined> {
  const { file, fault } = await readText(book.root, path, largest);
  if (fault !== undefined) {
    refuse(book, `The style "${path}" ${fault === 'conflict' ? 'holds two versions' : faultInWords(fault)}`);
    return undefined;
  }
  const head = headOf(file, book);
  if (head === undefined) return { ...(await builtIn(usual)), files: [file] };
  const { parent, defaultLanguage } = head;
  const said = defaultLanguage === undefined ? {} : { defaultLanguage };
  if (parent === undefined) return { xml: String(file), name: path, ...said, files: [file] };
  const beside = posix.join(posix.dirname(path), `${posix.basename(parent)}.csl`);
  const other = await readText(book.root, beside, largest);
  if (other.fault === undefined && headOf(other.file, book) !== undefined)
    return { xml: String(other.file), name: path, ...said, files: [file, other.file] };
  const hint = `Put ${posix.basename(parent)}.csl beside it, which can be had from ${parent}.`;
  report(file, 'citation-style', `The style is another name of ${parent}`, undefined, {
    hint,
    ...mild(book),
  });
  return { ...(await builtIn(usual)), files: [file] };
}

/** What a style says of itself; nothing where it is none, which is told of. */
function headOf(file: VFile, book: CitingBook): StyleHead | undefined {
  const head: { isStyle: boolean; defaultLanguage?: string; parent?: string } = { isStyle: false };
  let depth = 0;
  try {
    readXml(withoutProlog(String(file)), deepest, {
      open: ({ namespace, name, attributes }) => {
        const value = (wanted: string) => attributes.find(({ name: own }) => own === wanted)?.value;
        if (depth === 0) {
          head.isStyle = namespace === csl && name === 'style';
          const language = value('default-locale');
          if (language !== undefined) head.defaultLanguage = language;
        }
        if (name === 'link' && value('rel') === 'independent-parent') head.parent = value('href') ?? '';
        depth += 1;
      },
      close: () => void (depth -= 1),
      text: () => undefined,
    });
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    report(
      file,
      'citation-style',
      `The style is no XML: it ${error.message}`,
      { line: error.line, column: 1 },
      mild(book),
    );
    return undefined;
  }
  if (head.isStyle) return head;
  report(file, 'citation-style', 'The file is no style of CSL', undefined, mild(book));
  return undefined;
}

/** Without what stands before the first element, where lines stay. */
export function withoutProlog(xml: string): string {
  return xml
    .replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, (prolog) => prolog.replace(/[^\n]/g, ' '))
    .replace(/<\?[^>]*\?>/g, (it) => it.replace(/[^\n]/g, ' '));
}

function refuse(book: CitingBook, reason: string, hint?: string): void {
  const point = book.places.valueAt(['citations', 'style']);
  report(book.file, 'citation-style', reason, point, { ...(hint !== undefined && { hint }), ...mild(book) });
}

/** In another program's book the usual style stands in. */
function mild({ isForeign }: CitingBook): { readonly severity?: 'warning' } {
  return isForeign ? { severity: 'warning' } : {};
}
