import type { Message } from '../../book/messages/messages.ts';
import { noShelf, type Shelf } from '../../book/shelf.ts';
import { checkEpub } from './check-epub.ts';
import { judgeOfficially } from './official-findings.ts';

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
 * @param reports what the official one has reported before
 */
export async function judgeEpub(
  epub: Uint8Array,
  name: string,
  reports: Shelf = noShelf,
): Promise<EpubFindings> {
  const [epubcheck, official] = await Promise.all([
    checkEpub(epub, name),
    judgeOfficially(epub, name, reports),
  ]);
  return { epubcheck, official };
}

/** Whether two checks tell of the same: the same rule at the same place. */
export function isSamePlace(a: Message, b: Message): boolean {
  return a.rule === b.rule && a.file === b.file && a.line === b.line && a.column === b.column;
}
