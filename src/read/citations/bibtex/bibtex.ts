import configured from '@citation-js/plugin-bibtex/lib/config.js';
import { parse as parseEntries } from '@citation-js/plugin-bibtex/lib/input/entries.js';
import { parse as parseFile } from '@citation-js/plugin-bibtex/lib/input/file.js';
import type { VFile } from 'vfile';
import type { ListedWork, Work } from '../../../book/citations.ts';
import { pointIn } from '../../../book/messages/point-in.ts';
import { report } from '../../../book/messages/messages.ts';
import { primaryLanguage } from '../../../language/tag.ts';
import type { Bibliography } from '../library.ts';
import { soundFields } from '../sound-fields.ts';
import { babelLanguage } from './babel-language.ts';
import { completed } from './completed.ts';
import { scanEntries, type ScannedEntry } from './scan-entries.ts';

type BibEntry = ReturnType<typeof parseFile>[number];

// Bundlers and Node.js differ in what a default export of a module of old is.
const config = 'default' in configured ? configured.default : configured;

// Whose words begin with capitals in English, like those of titles.
for (const field of ['subtitle', 'booksubtitle', 'titleaddon', 'shorttitle'])
  config.constants.fieldTypes[field] = ['field', 'title'];

/** Which keeps its letters as they are. */
const formula = /(?<!\\)\$[^$\n]+(?<!\\)\$/g;

/**
 * The works of a BibTeX or BibLaTeX file.
 *
 * @param file the text; what of it cannot be read is a message
 * @param language of the book, which is that of works that name none (BCP 47)
 */
export function readBibtex(file: VFile, language: string): Bibliography {
  const text = String(file);
  const { entries, faults } = scanEntries(text);
  for (const { reason, start } of faults) report(file, 'bibliography-entry', reason, pointIn(file, start));
  const bibtex = new Bibtex(file, language, entries);
  return {
    file,
    places: new Map(bibtex.listed.map(([key, { start }]) => [key, pointIn(file, start)])),
    worksOf: (keys) => keys.flatMap((key) => bibtex.work(key) ?? []),
  };
}

/** A .bib file whose entries are read when they are asked for. */
class Bibtex {
  readonly #file: VFile;
  readonly #language: string;
  readonly #entries = new Map<string, ScannedEntry>();
  readonly #strings: string;
  readonly #read = new Map<string, BibEntry | undefined>();

  constructor(file: VFile, language: string, entries: ReadonlyArray<ScannedEntry>) {
    this.#file = file;
    this.#language = language;
    const text = String(file);
    const strings = entries.filter(({ type }) => type === 'string');
    this.#strings = strings.map(({ start, end }) => text.slice(start, end)).join('\n');
    for (const entry of entries) {
      if (entry.type === 'string' || entry.type === 'preamble') continue;
      const before = this.#entries.get(entry.key);
      if (before === undefined) this.#entries.set(entry.key, entry);
      else this.#report(entry, `The key "${entry.key}" is given to two works; the first counts`);
    }
  }

  get listed(): ReadonlyArray<readonly [string, ScannedEntry]> {
    return [...this.#entries].filter(([, { type }]) => type !== 'xdata' && type !== 'set');
  }

  work(key: string): ListedWork | undefined {
    const entry = this.#entries.get(key);
    const read = this.#entry(key);
    if (entry === undefined || read === undefined) return undefined;
    const family = [read, ...this.#parentsOf(read, key, entry)];
    const { langid, language = langid } = read.properties;
    const own = babelLanguage(String(language ?? ''));
    // English titles are typed with capitals that some styles take away and others bring back.
    const isEnglish = primaryLanguage(own ?? this.#language) === 'en';
    config.parse.sentenceCase = isEnglish ? 'always' : 'never';
    try {
      const [item] = parseEntries(family);
      if (item === undefined) return undefined;
      const [short] = read.properties['subtitle'] === undefined ? [] : parseEntries([titleOf(read)]);
      const whole = completed(item, read, own, short?.['title'], this.#language);
      const sound = soundFields(whole, (field) =>
        this.#report(entry, `The "${field}" of "${key}" is nothing that a work can have, and is left out`),
      );
      return {
        item: sound as Work,
        file: this.#file,
        point: pointIn(this.#file, entry.start),
      };
    } catch (error) {
      this.#report(entry, `The entry "${key}" cannot be read: ${firstLine(error)}`);
      return undefined;
    }
  }

  #entry(key: string): BibEntry | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined || this.#read.has(key)) return this.#read.get(key);
    let read: BibEntry | undefined;
    try {
      const text = String(this.#file).slice(entry.start, entry.end).replace(formula, '{$&}');
      read = parseFile(`${this.#strings}\n${text}`)[0];
    } catch (error) {
      const line = lineIn(error) - 1 - this.#strings.split('\n').length;
      this.#report(entry, `The entry "${key}" cannot be read: ${firstLine(error)}`, line);
    }
    this.#read.set(key, read);
    return read;
  }

  /** The entries that an entry takes fields from: each before those that it takes some from itself. */
  #parentsOf(entry: BibEntry, key: string, scanned: ScannedEntry): BibEntry[] {
    const seen = new Set([key]);
    const parents: BibEntry[] = [];
    const next = keysOfParents(entry).toReversed();
    for (let one = next.pop(); one !== undefined; one = next.pop()) {
      if (seen.has(one)) continue;
      seen.add(one);
      const parent = this.#entry(one);
      if (parent === undefined) continue;
      // A chain of them may be longer than the stack.
      if (parents.length === mostParents) {
        this.#report(scanned, `The entry "${key}" takes fields from more than ${mostParents} others`);
        break;
      }
      parents.push(parent);
      next.push(...keysOfParents(parent).toReversed());
    }
    return parents;
  }

  /** @param line of the entry, from 0 */
  #report({ start }: ScannedEntry, reason: string, line = 0): void {
    const point = pointIn(this.#file, start);
    const place = line > 0 ? { line: point.line + line, column: 1 } : point;
    report(this.#file, 'bibliography-entry', reason, place);
  }
}

/** Those that an entry takes fields from are a series, a volume and some data that many share. */
const mostParents = 100;

function keysOfParents({ properties: { crossref, xdata = '' } }: BibEntry): string[] {
  const keys = [String(crossref ?? ''), ...String(xdata).split(',')].map((key) => key.trim());
  return keys.filter((key) => key !== '');
}

/** An entry that has nothing but its title, without what stands below it. */
function titleOf({ properties: { title }, ...entry }: BibEntry): BibEntry {
  return { ...entry, properties: { ...(title !== undefined && { title }) } };
}

function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.replace(/ at line \d+ col \d+:?/, '').replace(/:$/, '');
}

function lineIn(error: unknown): number {
  const line = / at line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return line === undefined ? 0 : Number(line);
}
