import { limits } from '../../book/limits.ts';
import type { CoverSource } from '../../book/cover.ts';
import { report } from '../../book/messages/messages.ts';
import { didYouMean } from '../../book/nearest.ts';
import type { BookYaml } from './book-yaml.ts';
import { latin1 } from '../files/bytes.ts';
import { readSafely, siblingsOf } from '../files/safe-file.ts';
import { faultInWords, remedyOf } from '../files/text-file.ts';

const largest = limits['cover-file-size'].most;

/**
 * Where book.yaml speaks of the cover, and the finished cover that `cover.file` names; what hinders
 * reading it is a message at that key.
 *
 * @param root the real path of the manuscript folder
 * @param book its book.yaml
 */
export async function readCoverSource(
  root: string,
  { file, metadata, places }: Pick<BookYaml, 'file' | 'metadata' | 'places'>,
): Promise<CoverSource> {
  const { cover } = metadata;
  const place = (key: string) => places.valueAt(['cover', key]);
  const source: CoverSource = {
    file,
    places: {
      image: place('image'),
      title: places.valueAt(['title']),
      back: cover?.back === undefined ? places.valueAt(['description']) : place('back'),
      spine: cover?.spine === undefined ? places.valueAt(['title']) : place('spine'),
      file: place('file'),
    },
  };
  const path = cover?.file;
  if (path === undefined) return source;
  const { bytes, fault } = await readSafely(root, path, largest);
  if (fault !== undefined) {
    const near =
      fault === 'missing'
        ? didYouMean(path.slice(path.lastIndexOf('/') + 1), await siblingsOf(root, path))
        : undefined;
    const hint = near === undefined ? remedyOf(fault) : { hint: near };
    report(file, 'file-unreadable', `The cover "${path}" ${faultInWords(fault)}`, source.places.file, hint);
    return source;
  }
  // Some programs put a line of their own before the header (ISO 32000-1, annex H.3).
  if (!latin1(bytes, 0, 1024).includes('%PDF-')) {
    report(file, 'cover-file', `The cover "${path}" is no PDF`, source.places.file);
    return source;
  }
  return { ...source, given: { path, bytes } };
}
