import { faultOf } from '../build/build-fault.ts';
import { environmentFault } from '../machine/environment-fault.ts';
import { makeFolder } from '../machine/make-folder.ts';
import { lock, type Patience } from '../release/lock.ts';
import type { SeriesBook } from './books.ts';
import type { BuildEnd, BuildOrder } from './build-orders.ts';
import { inputsOf, type PlainOptions } from './inputs.ts';
import type { Outcome } from './outcome.ts';
import { builtBefore, keepRecord, recordFolder } from './record.ts';

/** What books are built with, the same for all of a run. */
export interface Workshop {
  readonly options: PlainOptions;
  /** The digest of what this machine builds with. */
  readonly tools: string;
  /** Real paths of folders that belong to no manuscript. */
  readonly ignored: ReadonlyArray<string>;
  /** Whether also those books are built that have not changed. */
  readonly isForced: boolean;
  readonly build: (order: BuildOrder) => Promise<BuildEnd>;
}

/** Whoever builds the same book meanwhile may take an hour. */
const patience: Patience = { running: 3_600_000, unknown: 15_000 };

/**
 * Builds a book and releases it, unless it has been before as it is now; nobody else builds it to the same place
 * meanwhile.
 */
export async function buildInPlace(book: SeriesBook, workshop: Workshop): Promise<Outcome> {
  try {
    const place = recordFolder(book);
    await makeFolder(place);
    const held = await lock(place, patience);
    try {
      return await buildIfChanged(book, workshop);
    } finally {
      held.release();
    }
  } catch (error) {
    return { kind: 'failed', fault: faultOf(environmentFault(error) ?? error) };
  }
}

async function buildIfChanged(book: SeriesBook, workshop: Workshop): Promise<Outcome> {
  const { options, tools, ignored, isForced } = workshop;
  const inputs = await inputsOf(book.folder, options, tools, ignored);
  const before = isForced ? undefined : await builtBefore(book, inputs);
  if (before !== undefined) return { kind: 'unchanged', book: before };
  const end = await workshop.build({ folder: book.folder, out: book.out, options });
  if (end.kind === 'failed') return end;
  // What was changed while it was built may be in it or not.
  const after = await inputsOf(book.folder, options, tools, ignored).catch(() => undefined);
  if (after === inputs) await keepRecord(book, inputs, end.book);
  return end;
}
