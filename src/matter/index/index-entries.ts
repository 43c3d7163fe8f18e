import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { append } from '../../book/long-lists.ts';
import type { Concordance } from '../../book/concordance.ts';
import type { IndexPlace } from './index-places.ts';

/** What a number of the index stands for: a place, or the passage between two. */
export interface Locator {
  readonly from: IndexPlace;
  readonly to?: IndexPlace;
}

/** Where an entry sends its readers, as written. */
export interface CrossReference {
  readonly path: ReadonlyArray<string>;
  readonly file: VFile;
  readonly position?: Position | undefined;
}

/** A term of the index, or what stands below one. */
export interface IndexEntry {
  /** The term and the entries below it down to this one, without italics. */
  readonly path: ReadonlyArray<string>;
  /** The last of them; `*…*` encloses italics. */
  readonly term: string;
  readonly locators: Locator[];
  readonly see: CrossReference[];
  readonly also: CrossReference[];
  /** By {@link keyOf}. */
  readonly children: Map<string, IndexEntry>;
  sort?: string;
  /** Where it is declared, or else the first mark. */
  readonly file: VFile;
  readonly position?: Position | undefined;
}

/** The entries, and the marks of passages that lack their other end. */
export interface IndexTree {
  readonly entries: ReadonlyMap<string, IndexEntry>;
  readonly unpaired: ReadonlyArray<IndexPlace>;
}

/**
 * The entries of the index with their places, in no order yet.
 *
 * @param places the marks in the order of the pages
 * @param concordance the entries index.yaml declares; of those nothing was found for, only what
 * sends readers elsewhere or has such below it is kept
 */
export function indexEntries(places: ReadonlyArray<IndexPlace>, concordance: Concordance): IndexTree {
  const entries = new Map<string, IndexEntry>();
  const open = new Map<string, IndexPlace>();
  const unpaired: IndexPlace[] = [];
  for (const { path, sort, see, also, file, position } of concordance) {
    const entry = entryAt(entries, path, { file, position });
    if (sort !== undefined) entry.sort = sort;
    append(entry.see, referencesIn(see, { file, position }));
    append(entry.also, referencesIn(also, { file, position }));
  }
  for (const place of places) {
    const { mark, file } = place;
    const where = { file, position: mark.position };
    const entry = entryAt(entries, mark.path, where);
    if (mark.sort !== undefined) entry.sort ??= mark.sort;
    append(entry.see, referencesIn(mark.see, where));
    append(entry.also, referencesIn(mark.also, where));
    if (mark.see !== undefined) continue;
    const key = entry.path.join('>');
    if (mark.range === undefined) entry.locators.push({ from: place });
    else if (mark.range === 'start') {
      if (open.has(key)) unpaired.push(place);
      else open.set(key, place);
    } else {
      const from = open.get(key);
      open.delete(key);
      if (from === undefined) unpaired.push(place);
      else entry.locators.push({ from, to: place });
    }
  }
  return { entries, unpaired: [...unpaired, ...open.values()] };
}

/** What tells entries apart: their text, whatever kind of blank it has. */
export function keyOf(term: string): string {
  return plainTerm(term).normalize('NFC').replace(/\s+/g, ' ');
}

/** A term without the asterisks that enclose italics. */
export function plainTerm(term: string): string {
  return term.replaceAll('*', '');
}

/** The entry at a path; undefined where there is none. */
export function findEntry(
  entries: ReadonlyMap<string, IndexEntry>,
  path: ReadonlyArray<string>,
): IndexEntry | undefined {
  const [first, ...rest] = path;
  const entry = first === undefined ? undefined : entries.get(keyOf(first));
  return entry === undefined || rest.length === 0 ? entry : findEntry(entry.children, rest);
}

/** Every entry, each before those below it. */
export function allEntries(entries: ReadonlyMap<string, IndexEntry>): IndexEntry[] {
  return [...entries.values()].flatMap((entry) => [entry, ...allEntries(entry.children)]);
}

/** Whether there is anything to read at an entry or below it. */
export function isEmpty(entry: IndexEntry): boolean {
  const { locators, see, also, children } = entry;
  return locators.length + see.length + also.length === 0 && [...children.values()].every(isEmpty);
}

function entryAt(
  entries: Map<string, IndexEntry>,
  path: ReadonlyArray<string>,
  where: Pick<IndexEntry, 'file' | 'position'>,
  above: ReadonlyArray<string> = [],
): IndexEntry {
  const [term = '', ...rest] = path;
  const key = keyOf(term);
  const known = entries.get(key) ?? {
    path: [...above, key],
    term,
    locators: [],
    see: [],
    also: [],
    children: new Map<string, IndexEntry>(),
    ...where,
  };
  entries.set(key, known);
  return rest.length === 0 ? known : entryAt(known.children, rest, where, known.path);
}

function referencesIn(
  written: string | undefined,
  where: Pick<CrossReference, 'file' | 'position'>,
): CrossReference[] {
  return (written ?? '')
    .split(';')
    .map((target) =>
      target
        .split('>')
        .map((term) => term.trim())
        .filter((term) => term !== ''),
    )
    .filter((path) => path.length > 0)
    .map((path) => ({ path, ...where }));
}
