import type { VFile } from 'vfile';
import type { Manuscript } from '../../book/manuscript.ts';
import { ownLocales } from '../../language/own-locales.ts';
import type { Draft } from '../draft.ts';
import { givenOf, sectionId, wordingOf } from '../given-of-source.ts';
import { createAllocator } from '../ids.ts';
import { FileBoard } from './file-board.ts';
import type { FileAhead, FilesAhead } from './parse-ahead.ts';

/** How long a text is that two threads share, by default, and how long a file may be for the one beside: characters. */
const lengths = { least: 200_000, file: 150_000 };

/** How many bytes what comes of a file and of a character may take; what does not fit is parsed here. */
const bytesFor = { file: 8192, character: 24 };

/** What the thread of the build has of files that another parses meanwhile. */
export class Ahead {
  /** What the other one is to be given. */
  readonly order: FilesAhead;
  readonly #board: FileBoard;
  readonly #files: ReadonlyMap<VFile, number>;

  /** @param total how many characters the files have together */
  constructor(
    files: ReadonlyMap<VFile, FileAhead>,
    total: number,
    given: Pick<FilesAhead, 'notes' | 'keys'>,
  ) {
    const list = [...files.values()];
    this.#board = FileBoard.of(list.length, list.length * bytesFor.file + total * bytesFor.character);
    this.#files = new Map([...files.keys()].map((file, index) => [file, index]));
    this.order = { ...given, files: list, locales: ownLocales(), board: this.#board.memory };
  }

  /** What came of a file with a draft, where the other thread has parsed it; otherwise that one leaves it alone. */
  take(file: VFile, { id, shared }: Draft): Uint8Array | undefined {
    const index = this.#files.get(file);
    if (index === undefined) return undefined;
    const made = this.#board.takeMade(index);
    const isSame = shared === undefined && this.order.files[index]?.given.id === id;
    return isSame ? made : undefined;
  }

  /** Has the other thread leave a file alone. */
  pass(file: VFile): void {
    const index = this.#files.get(file);
    if (index !== undefined) this.#board.takeHere(index);
  }
}

/**
 * The files of a manuscript that another thread may parse: not those that were made of others, nor those that may
 * cite a shared file of notes.
 *
 * @param least how many characters they must have together, for that to be worth it
 * @returns undefined where it is not
 */
export function filesAhead(manuscript: Manuscript, least = lengths.least): Ahead | undefined {
  const { sources, sharedNotes, metadata, citations } = manuscript;
  if (sharedNotes !== undefined) return undefined;
  const wording = wordingOf(manuscript);
  const { allocate } = createAllocator();
  const files = new Map<VFile, FileAhead>();
  for (const source of sources) {
    if (source.kind === 'part') {
      sectionId(source, allocate);
      continue;
    }
    const { file } = source;
    const given = givenOf(source, wording, allocate);
    const text = String(file);
    const isOfOthers = file.data.origin !== undefined || file.data.kept !== undefined;
    if (text.length <= lengths.file && !isOfOthers && file.data.fetched === undefined)
      files.set(file, { path: file.path, text, given });
  }
  const total = [...files.values()].reduce((sum, { text }) => sum + text.length, 0);
  if (files.size === 0 || total < least) return undefined;
  return new Ahead(files, total, {
    notes: metadata.notes.style,
    ...(citations && { keys: citations.keys }),
  });
}
