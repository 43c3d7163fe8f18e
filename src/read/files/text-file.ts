import { VFile } from 'vfile';
import { report } from '../../book/messages/messages.ts';
import { decodeInto } from './decode.ts';
import { mergeConflictIn } from './merge-conflict.ts';
import { readSafely, type ReadFault } from './safe-file.ts';

/** What became of reading a text file. */
export interface TextFile {
  /** Its text, or nothing; and every message about reading it. */
  readonly file: VFile;
  readonly fault?: ReadFault | 'conflict';
  /** The bytes read. */
  readonly size: number;
}

/**
 * A text file of the manuscript, decoded; what hinders reading it, a missing file apart, is
 * a message in it.
 *
 * @param root the real path of the manuscript folder
 * @param path the file, relative to it
 * @param limit the most bytes accepted
 * @param tooLarge what to do about a file with more
 */
export async function readText(
  root: string,
  path: string,
  limit: number,
  tooLarge?: string,
): Promise<TextFile> {
  const file = new VFile({ path, value: '' });
  const { bytes, fault } = await readSafely(root, path, limit);
  if (bytes !== undefined) {
    decodeInto(file, bytes);
    const line = mergeConflictIn(String(file));
    if (line === undefined) return { file, size: bytes.length };
    report(file, 'merge-conflict', 'Git left two versions of the text here', { line, column: 1 });
    return { file, fault: 'conflict', size: bytes.length };
  }
  if (fault === 'too-large') {
    const hint = tooLarge === undefined ? {} : { hint: tooLarge };
    report(file, 'file-too-large', `The file is larger than ${sizeInWords(limit)}`, undefined, hint);
  } else if (fault !== 'missing') {
    report(file, 'file-unreadable', `"${path}" ${faultInWords(fault)}`, undefined, remedyOf(fault));
  }
  return { file, fault, size: 0 };
}

const sentences: Readonly<Record<ReadFault, string>> = {
  missing: 'does not exist',
  outside: 'lies outside the manuscript folder',
  'not-a-file': 'is not a regular file',
  'too-large': 'is too large',
  denied: 'cannot be read',
  'lfs-pointer': 'is a pointer of Git LFS, whose file was not fetched',
};

/** The verb and what follows it, for a sentence that begins with the file. */
export function faultInWords(fault: ReadFault): string {
  return sentences[fault];
}

/** What to do about a fault, where the rule does not say it. */
export function remedyOf(fault: ReadFault | undefined): { readonly hint?: string } {
  if (fault !== 'lfs-pointer') return {};
  return { hint: 'Run git lfs pull; in continuous integration check out with lfs: true.' };
}

/** A size for readers, as `8 MB`. */
export function sizeInWords(bytes: number): string {
  return bytes >= 1 << 20 ? `${bytes / (1 << 20)} MB` : `${bytes / (1 << 10)} KB`;
}
