import { lstat, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Point } from 'unist';
import { VFile } from 'vfile';
import { limits } from '../../book/limits.ts';
import { report } from '../../book/messages/messages.ts';
import { readText } from '../files/text-file.ts';
import { parseYaml, type Path, type YamlDocument } from '../yaml/yaml-document.ts';

/** The file that says what all books in the folders around it share. */
export const sharedName = 'colophon.yaml';

const largest = limits['book-yaml-size'].most;

/** Where it is. */
export interface SharedPlace {
  readonly path: string;
  /** The path as a book's messages have it: `../colophon.yaml`. */
  readonly name: string;
}

/**
 * The `colophon.yaml` that counts for a book: the nearest in its folder or one around it, up to the top of the
 * repository. Where everybody may write, as in the system's folder for temporary files, nobody's word is taken.
 *
 * @param root the real path of the manuscript folder
 */
export async function findShared(root: string): Promise<SharedPlace | undefined> {
  for (let top = root; ; top = dirname(top)) {
    if (top !== root && (await isOpenToAll(top))) return undefined;
    const path = join(top, sharedName);
    if (await exists(path)) return { path, name: relative(root, path).split(sep).join('/') };
    if (dirname(top) === top || (await exists(join(top, '.git')))) return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function isOpenToAll(folder: string): Promise<boolean> {
  if (process.getuid === undefined) return false;
  const found = await stat(folder).catch(() => undefined);
  return found === undefined || (found.mode & 0o002) !== 0;
}

/** What `colophon.yaml` says. */
export interface SharedYaml {
  readonly file: VFile;
  /** Undefined where it could not be read; an error in `file` says why. */
  readonly document?: YamlDocument;
}

/** What every book has for itself. */
const own: ReadonlyArray<string> = [
  'title',
  'subtitle',
  'sortAs',
  'description',
  'date',
  'modified',
  'edition',
  'original',
  'identifiers',
  'contents',
];

/** Reads the `colophon.yaml` that counts for a book, if there is one. */
export async function readShared(root: string): Promise<SharedYaml | undefined> {
  const place = await findShared(root);
  if (place === undefined) return undefined;
  const { file, fault } = await readText(
    dirname(place.path),
    sharedName,
    largest,
    `Keep ${sharedName} below 64 KB.`,
  );
  file.path = place.name;
  const document = fault === undefined ? parseYaml(file, String(file.value)) : undefined;
  if (document === undefined) return { file };
  const { value } = document;
  if (value === '') return { file, document: { ...document, value: {} } };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const hint = 'Write what all books share, such as `publisher: Harbour Press`.';
    report(file, 'config-value', 'It must be a mapping of keys to values', undefined, { hint });
    return { file };
  }
  for (const key of own.filter((each) => Object.hasOwn(value, each)))
    report(file, 'config-unknown-key', `"${key}" is for each book to say`, document.keyAt([key]), {
      hint: 'Write it into the book.yaml of the book.',
    });
  const shared = Object.entries(value).filter(([key]) => key !== 'books' && !own.includes(key));
  return { file, document: { ...document, value: Object.fromEntries(shared) } };
}

/** A book's configuration in one with what it shares: one text, of which every line is told where it stands on disk. */
export interface JoinedYaml {
  readonly file: VFile;
  readonly document: YamlDocument;
}

/**
 * What a book says, and where it is silent what all of them share. Mappings go together key by key, unless the book
 * gives a name of its own to what they are about; everything else is the book's where it says anything.
 */
export function withShared(
  file: VFile,
  document: YamlDocument,
  { file: sharedFile, document: shared }: SharedYaml,
): JoinedYaml {
  if (shared === undefined) return { file, document };
  const text = `${String(file)}\n`;
  const lines = text.split('\n').length - 1;
  const joined = new VFile({ path: file.path, value: `${text}${String(sharedFile)}` });
  joined.data.origin = {
    joined: [
      { from: 0, file },
      { from: lines, file: sharedFile },
    ],
  };
  const moved = ({ line, column }: Point): Point => ({ line: line + lines, column });
  const defaults = withoutAlternatives(shared.value, document.value);
  const isShared = (path: Path): boolean => known(defaults, path) > known(document.value, path);
  return {
    file: joined,
    document: {
      value: merged(defaults, document.value),
      valueAt: (path) => (isShared(path) ? moved(shared.valueAt(path)) : document.valueAt(path)),
      keyAt: (path) => (isShared(path) ? moved(shared.keyAt(path)) : document.keyAt(path)),
    },
  };
}

/** Keys of which a book states one. */
const people = ['author', 'authors', 'contributors'];

function withoutAlternatives(shared: unknown, stated: unknown): unknown {
  if (!isMapping(shared) || !isMapping(stated) || !people.some((key) => Object.hasOwn(stated, key)))
    return shared;
  return Object.fromEntries(Object.entries(shared).filter(([key]) => !people.includes(key)));
}

function merged(shared: unknown, stated: unknown): unknown {
  if (!isMapping(shared) || !isMapping(stated) || Object.hasOwn(stated, 'name')) return stated;
  const keys = [...new Set([...Object.keys(stated), ...Object.keys(shared)])];
  return Object.fromEntries(
    keys.map((key) => [
      key,
      !Object.hasOwn(stated, key)
        ? shared[key]
        : Object.hasOwn(shared, key)
          ? merged(shared[key], stated[key])
          : stated[key],
    ]),
  );
}

/** How many steps of a path lead somewhere. */
function known(value: unknown, path: Path): number {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
    return 0;
  return 1 + known(Reflect.get(value, step), rest);
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
