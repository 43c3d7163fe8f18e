import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import { report } from '../book/messages/messages.ts';
import type { Draft } from './draft.ts';
import type { JudgeDensity } from './reading/density-judge.ts';
import type { createProcessor, FileKind } from './processor.ts';
import { firstBelow, maximumDepth } from './remark-limit-depth.ts';

/**
 * The tree of one file, everything done to it. A file that is too much for the parser, or nested so
 * deeply that it runs out of stack, is reported and comes out empty.
 *
 * @param file the source
 * @param draft where the plugins write what they find out
 * @param processorFor gives the chain for a kind of file
 * @param notes how the file writes notes
 * @param isReadable judges the source before it is parsed
 */
export function parseFile(
  file: VFile,
  draft: Draft,
  processorFor: typeof createProcessor,
  notes: FileKind['notes'],
  isReadable: JudgeDensity,
): Root {
  file.data.draft = draft;
  if (!isReadable(file)) return { type: 'root', children: [] };
  const web = /https?:|www\./i.test(String(file));
  const processor = processorFor({ language: draft.language, web, notes });
  try {
    return processor.runSync(processor.parse(file), file) as Root;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const place = deepestPlace(file);
    report(file, 'too-deep', `The nesting here is deeper than ${maximumDepth} levels`, place);
    return { type: 'root', children: [] };
  }
}

/** Where the nesting passes the limit, as plain CommonMark sees it: that parser does not recurse. */
function deepestPlace(file: VFile) {
  try {
    return firstBelow(unified().use(remarkParse).parse(file), maximumDepth);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
