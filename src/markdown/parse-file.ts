import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified, type PluggableList } from 'unified';
import type { VFile } from 'vfile';
import { isStackOverflow } from '../book/stack-overflow.ts';
import { limits } from '../book/limits.ts';
import { report } from '../book/messages/messages.ts';
import { noShelf, type Shelf } from '../book/shelf.ts';
import type { Ahead } from './ahead/files-ahead.ts';
import { orthographyOf, type Draft } from './draft.ts';
import { parseVerse } from './directives/parse-verse.ts';
import { parsedOnce } from './parsed-once.ts';
import { quickenEdits } from './reading/quick-edits.ts';
import { createProcessors, type createProcessor, type FileKind } from './processor.ts';
import { firstBelow } from './remark-limit-depth.ts';

const deepest = limits['text-depth'].most;

/** Called before a file is parsed; what it throws ends the work. */
export type Before = (path: string) => void;

/** What reads the files of one book. */
export interface Reading {
  /** Gives the chain for a kind of file. */
  readonly processorFor: typeof createProcessor;
  /** What an earlier build left of the files. */
  readonly parsed: Shelf;
  readonly before: Before;
  /** The files that another thread parses meanwhile. */
  readonly ahead?: Ahead;
  /** The keys of the bibliography, where the book has one. */
  readonly keys?: ReadonlySet<string>;
  /** Plugins of remark of the caller's own. */
  readonly plugins?: PluggableList;
}

/**
 * What reads the files of a book, with nothing read yet.
 *
 * @param parsed what an earlier build left of them
 * @param before called before each is parsed
 * @param keys those of the bibliography, where the book has one
 * @param plugins of remark, of the caller's own: nobody knows what they depend on, so that nothing is kept of files
 */
export function createReading(
  parsed: Shelf,
  before: Before = () => undefined,
  keys?: ReadonlySet<string>,
  plugins: PluggableList = [],
): Reading {
  quickenEdits();
  const shelf = plugins.length > 0 ? noShelf : parsed;
  return { processorFor: createProcessors(), parsed: shelf, before, plugins, ...(keys && { keys }) };
}

/**
 * The tree of one file, everything done to it. A file that is nested so deeply that the parser runs out of stack
 * is reported and comes out empty.
 *
 * @param file the source
 * @param draft where the plugins write what they find out
 * @param notes how the file writes notes
 * @param reading what reads the files of the book
 */
export function parseFile(file: VFile, draft: Draft, notes: FileKind['notes'], reading: Reading): Root {
  file.data.draft = draft;
  reading.before(file.path);
  return parsedOnce(file, draft, { notes, keys: reading.keys }, reading, () =>
    parse(file, draft, notes, reading),
  );
}

function parse(file: VFile, draft: Draft, notes: FileKind['notes'], reading: Reading): Root {
  const web = /https?:|www\./i.test(String(file));
  const processor = reading.processorFor({
    ...orthographyOf(draft),
    web,
    notes,
    ...(reading.keys && { keys: reading.keys }),
    ...(reading.plugins && { plugins: reading.plugins }),
  });
  try {
    const tree = parseVerse(file, (source) => processor.parse(source));
    return processor.runSync(tree, file) as Root;
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    const place = deepestPlace(file);
    report(file, 'too-deep', `The nesting here is deeper than ${deepest} levels`, place);
    return { type: 'root', children: [] };
  }
}

/** Where the nesting passes the limit, as plain CommonMark sees it: that parser does not recurse. */
function deepestPlace(file: VFile) {
  try {
    return firstBelow(unified().use(remarkParse).parse(file), deepest);
  } catch (error) {
    if (isStackOverflow(error)) return undefined;
    throw error;
  }
}
