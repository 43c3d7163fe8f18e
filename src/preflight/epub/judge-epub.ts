import { join } from 'node:path';
import type { Message } from '../../book/messages/messages.ts';
import { checkEpub } from './check-epub.ts';
import { checkWithEpubcheck } from './check-with-epubcheck.ts';
import { findEpubcheck } from './official.ts';
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
  const installed = await findEpubcheck(process.env);
  const [epubcheck, official] = await Promise.all([
    checkEpub(epub, name),
    installed === undefined
      ? []
      : checkWithEpubcheck(epub, name, installed, join((await cacheFolder()).path, 'epubcheck')),
  ]);
  return { epubcheck, official };
}
