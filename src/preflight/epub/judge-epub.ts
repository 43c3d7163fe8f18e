import { join } from 'node:path';
import type { Message } from '../../book/messages/messages.ts';
import { checkEpub } from './check-epub.ts';
import { checkWithEpubcheck } from './check-with-epubcheck.ts';
import { findEpubcheck } from './official.ts';
import { excessiveSize } from './unpacked-size.ts';
import { cacheFolder } from '../../machine/cache-folder.ts';

export interface EpubFindings {
  /** Of the check that needs nothing else. */
  readonly epubcheck: ReadonlyArray<Message>;
  /** Of the official EPUBCheck, where it is installed. */
  readonly official: ReadonlyArray<Message>;
}

/**
 * What the built-in check finds in an EPUB, and what the official EPUBCheck does.
 *
 * @param name the file name, for messages
 */
export async function judgeEpub(epub: Uint8Array, name: string): Promise<EpubFindings> {
  const size = excessiveSize(epub);
  if (size !== undefined) return { epubcheck: [tooLarge(size, name)], official: [] };
  const installed = await findEpubcheck(process.env);
  const [epubcheck, official] = await Promise.all([
    checkEpub(epub, name),
    installed === undefined
      ? []
      : checkWithEpubcheck(epub, name, installed, join((await cacheFolder()).path, 'epubcheck')),
  ]);
  return { epubcheck, official };
}

function tooLarge(size: number, name: string): Message {
  return {
    file: name,
    line: 1,
    column: 1,
    severity: 'error',
    rule: 'file-too-large',
    reason: `The EPUB would unpack to ${Math.ceil(size / 2 ** 20)} MB, many times its size, and was not opened`,
    hint: 'No book packs that small: leave it closed, unless you know who made it and why.',
  };
}
