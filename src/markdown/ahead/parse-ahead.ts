import { VFile } from 'vfile';
import type { Shelf } from '../../book/shelf.ts';
import { withOwnLocales, type OwnLocales } from '../../language/own-locales.ts';
import { createDraft } from '../draft.ts';
import { GivenIds } from '../given-ids.ts';
import type { Given } from '../given-of-source.ts';
import { createAllocator } from '../ids.ts';
import { createReading, parseFile } from '../parse-file.ts';
import type { FileKind } from '../processor.ts';
import { FileBoard } from './file-board.ts';

/** A file, and what is known of it before it is parsed. */
export interface FileAhead {
  readonly path: string;
  readonly text: string;
  readonly given: Given;
}

/** Files that two threads parse. */
export interface FilesAhead {
  /** In the order in which the thread of the build parses them. */
  readonly files: ReadonlyArray<FileAhead>;
  readonly notes: FileKind['notes'];
  /** The keys of the bibliography, where the book has one. */
  readonly keys?: ReadonlySet<string>;
  /** What the author says of languages: the other thread knows nothing of it. */
  readonly locales: OwnLocales;
  /** That of a {@link FileBoard} with a place for each. */
  readonly board: SharedArrayBuffer;
}

/**
 * Parses files from the last on, as long as the thread of the build has not come to them, and leaves what comes of
 * each on their board, as it is kept for a later build (`parsedOnce`). Each is parsed as though it were the only one:
 * the ids of its parts begin with its own, and where the book has given one of them away already, the thread of the
 * build finds out and parses the file itself.
 */
export function parseAhead(ahead: FilesAhead): void {
  withOwnLocales(ahead.locales, () => parseFiles(ahead));
}

function parseFiles({ files, notes, keys, board: memory }: FilesAhead): void {
  const board = new FileBoard(memory, files.length);
  let made: Uint8Array | undefined;
  const shelf: Shelf = { slot: () => ({ bytes: undefined, fill: (pack) => (made = pack()) }) };
  const reading = createReading(shelf, undefined, keys);
  for (const [index, { path, text, given }] of [...files.entries()].toReversed()) {
    if (!board.takeBeside(index)) continue;
    made = undefined;
    const file = new VFile({ path, value: text });
    const ids = { ...createAllocator(), given: new GivenIds() };
    parseFile(file, createDraft({ ...given, ...ids }), notes, reading);
    // How deep a thread can go is not the same in each.
    const isTooDeep = file.messages.some(({ ruleId }) => ruleId === 'too-deep');
    board.leave(index, isTooDeep ? undefined : made);
  }
}
