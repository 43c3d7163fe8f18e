import { createHash } from 'node:crypto';
import { contentOf, filePages, type FilePage } from '../pdf/file/pages.ts';
import { Objects } from '../pdf/file/objects.ts';

/**
 * What each page of a PDF is painted from, as a hash of its content and of the pictures on it: where two are the same,
 * so are the pages, as long as the fonts are.
 *
 * @throws FileError where it is no PDF
 */
export function pageLooks(pdf: Uint8Array): string[] {
  const objects = Objects.of(pdf);
  const pictures = new Map<unknown, string>();
  return filePages(objects).map((page) => {
    const hash = createHash('sha256').update(contentOf(page, objects));
    for (const look of picturesOn(page, objects, pictures)) hash.update(look);
    return hash.digest('hex');
  });
}

function picturesOn({ resources }: FilePage, objects: Objects, known: Map<unknown, string>): string[] {
  const painted = objects.dictionary(resources?.get('XObject')) ?? new Map<string, never>();
  return [...painted.values()].map((reference) => {
    const found = known.get(objects.resolve(reference));
    if (found !== undefined) return found;
    const stream = objects.stream(reference);
    const look = createHash('sha256')
      .update(stream?.bytes ?? '')
      .digest('hex');
    known.set(objects.resolve(reference), look);
    return look;
  });
}
