import { posix } from 'node:path';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { filePath } from '../../book/addresses/file-path.ts';
import { idLikened, likenedNames, type LikenedNames } from '../../book/addresses/likened-names.ts';
import { nearest } from '../../book/nearest.ts';
import { pathMeant } from '../../book/addresses/path-meant.ts';
import { percentDecoded } from '../../book/addresses/percent-decoded.ts';

/** One file with everything in it that may hold links, and what links may name in it. */
export interface LinkedFile {
  readonly file: VFile;
  /** The section's id: where a link without fragment goes; the shared file of notes has none. */
  readonly id?: string;
  readonly anchors: ReadonlyMap<string, string>;
  readonly roots: readonly Root[];
  /** The notes that references may name, by identifier: its own, then those of the shared file. */
  readonly notes?: ReadonlyArray<ReadonlyMap<string, { readonly id: string; readonly label: string }>>;
}

/** What an address means. */
export interface Found {
  /** The file it names, or the one it stands in. */
  readonly file?: LinkedFile;
  /** The id in the book. */
  readonly id?: string;
}

/** The places of a book that links and references may name. */
export class LinkTargets {
  readonly #byPath: ReadonlyMap<string, LinkedFile>;
  readonly #everywhere = new Map<string, string>();
  readonly #owners = new Map<string, LinkedFile[]>();
  readonly #likened = new Map<LinkedFile | undefined, LikenedNames>();

  constructor(files: readonly LinkedFile[]) {
    this.#byPath = new Map(files.map((entry) => [entry.file.path, entry]));
    for (const entry of files) {
      for (const [name, id] of entry.anchors) {
        if ((this.#everywhere.get(name) ?? id) !== id) {
          this.#owners.set(name, [...this.ownersOf(name), entry]);
          continue;
        }
        this.#everywhere.set(name, id);
        this.#owners.set(name, [entry]);
      }
    }
  }

  /**
   * The place an address means: `#heading`, `02-other.md#heading`, `02-other.md`, also with
   * `.html`. A name of no place in the same file may be that of one place in the whole book, and one of no place
   * at all what another program calls a heading.
   *
   * @param url the address as written
   * @param from the file it stands in
   */
  find(url: string, from: LinkedFile): Found {
    const [address, fragment] = split(url);
    const file = address === '' ? from : this.#byPath.get(pathMeant(address, from.file));
    if (file?.id !== undefined && fragment === '' && url !== '') return { file, id: file.id };
    const own = file && fragment !== '' ? anchorIn(file.anchors, fragment) : undefined;
    const isUnique = address === '' && this.ownersOf(fragment).length === 1;
    const id =
      own ?? (isUnique ? anchorIn(this.#everywhere, fragment) : this.#likenedId(address, fragment, file));
    return { ...(file && { file }), ...(id !== undefined && { id }) };
  }

  #likenedId(address: string, fragment: string, file: LinkedFile | undefined): string | undefined {
    if (file === undefined || fragment === '') return undefined;
    const here = idLikened(fragment, this.#namesIn(file), 'file');
    return here ?? (address === '' ? idLikened(fragment, this.#namesIn(undefined), 'book') : undefined);
  }

  /** What the places of a file are called, or those of all. */
  #namesIn(file: LinkedFile | undefined): LikenedNames {
    const known = this.#likened.get(file);
    if (known !== undefined) return known;
    const files = file === undefined ? [...this.#byPath.values()] : [file];
    const names = likenedNames(files.flatMap(({ anchors }) => [...anchors]));
    this.#likened.set(file, names);
    return names;
  }

  /**
   * An address like one that leads nowhere which would lead somewhere; undefined where there is none.
   *
   * @param from the file it stands in
   */
  nearTo(url: string, from: LinkedFile): string | undefined {
    const [address, fragment] = split(url);
    const { file } = this.find(url, from);
    if (file !== undefined) {
      const [name] = nearest(fragment, file.anchors.keys());
      return name === undefined ? undefined : `${url.slice(0, url.indexOf('#'))}#${name}`;
    }
    if (address === '') return undefined;
    const [path] = nearest(pathMeant(address, from.file), this.#byPath.keys());
    return path === undefined ? undefined : posix.relative(posix.dirname(from.file.path), path);
  }

  /** The files with a place of this name, several only where they mean different ones. */
  ownersOf(name: string): readonly LinkedFile[] {
    return this.#owners.get(name) ?? this.#owners.get(name.toLowerCase()) ?? [];
  }

  /** Every name a reference may use without its file. */
  names(): IterableIterator<string> {
    return this.#everywhere.keys();
  }

  /** The paths of the files. */
  paths(): IterableIterator<string> {
    return this.#byPath.keys();
  }
}

/** What to write where several files have a place of one name. */
export function whichFile(owners: readonly LinkedFile[], fragment: string): string {
  const full = owners.slice(0, 3).map(({ file }) => `${file.path}${fragment}`);
  return `Name the file as well: ${full.join(' or ')}.`;
}

/** The path and the fragment of a relative address, percent-decoded, without a query. */
function split(url: string): [path: string, fragment: string] {
  const hash = url.indexOf('#');
  const path = (hash === -1 ? url : url.slice(0, hash)).replace(/\?.*$/, '');
  return [filePath(path), hash === -1 ? '' : percentDecoded(url.slice(hash + 1))];
}

function anchorIn(anchors: ReadonlyMap<string, string>, name: string): string | undefined {
  return anchors.get(name) ?? anchors.get(name.toLowerCase());
}
