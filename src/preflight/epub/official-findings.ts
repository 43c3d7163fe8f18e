import { isStored, type Bytes } from '../../book/bytes.ts';
import type { Message } from '../../book/messages/messages.ts';
import type { Shelf } from '../../book/shelf.ts';
import { checkWithEpubcheck } from './check-with-epubcheck.ts';
import { findEpubcheck } from './official.ts';
import { excessiveSize } from './unpacked-size.ts';

/**
 * What the official EPUBCheck finds in an EPUB; nothing where it is not installed.
 *
 * @param name the file name, for messages
 * @param reports what it has reported before
 */
export async function judgeOfficially(epub: Bytes, name: string, reports: Shelf): Promise<Message[]> {
  // The built-in check tells of it.
  if (!isStored(epub) && excessiveSize(epub) !== undefined) return [];
  const installed = await findEpubcheck(process.env);
  if (installed === undefined) return [];
  return checkWithEpubcheck(epub, name, installed, reports);
}
