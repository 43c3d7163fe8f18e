import { Reference, type Dictionary, type Operand } from '../content/operand.ts';
import type { Objects } from './objects.ts';

/** A page: its own entries, and the resources that it may have from above. */
export interface FilePage {
  /** The number of its object. */
  readonly object: number;
  readonly dictionary: Dictionary;
  readonly resources: Dictionary | undefined;
}

/** The pages of a file in their order (ISO 32000-1, 7.7.3). */
export function filePages(objects: Objects): ReadonlyArray<FilePage> {
  const known = pagesOf.get(objects) ?? readPages(objects);
  pagesOf.set(objects, known);
  return known;
}

const pagesOf = new WeakMap<Objects, ReadonlyArray<FilePage>>();

function readPages(objects: Objects): FilePage[] {
  const pages: FilePage[] = [];
  const seen = new Set<Dictionary>();
  const visit = (node: Operand | undefined, inherited: Operand | undefined): void => {
    const dictionary = objects.dictionary(node);
    if (dictionary === undefined || seen.has(dictionary)) return;
    seen.add(dictionary);
    const resources = dictionary.get('Resources') ?? inherited;
    if (!dictionary.has('Kids')) {
      const object = node instanceof Reference ? node.object : -1;
      pages.push({ object, dictionary, resources: objects.dictionary(resources) });
    }
    for (const kid of objects.array(dictionary.get('Kids'))) visit(kid, resources);
  };
  visit(objects.root.get('Pages'), undefined);
  return pages;
}

/** The content of a page, its streams joined. */
export function contentOf({ dictionary }: FilePage, objects: Objects): Uint8Array {
  const contents = dictionary.get('Contents');
  const single = objects.stream(contents);
  if (single !== undefined) return single.bytes;
  const parts = objects.array(contents).flatMap((each) => objects.stream(each)?.bytes ?? []);
  return Buffer.concat(parts.flatMap((part) => [part, new Uint8Array([0x0a])]));
}
