import {
  type PDFArray,
  PDFDict,
  PDFName,
  PDFString,
  type PDFContext,
  type PDFDocument,
  type PDFRef,
} from 'pdf-lib';
import { destinationName, namedBy } from '../document/internal-links.ts';

/** Where each element of the book stands, as explicit destinations by id. */
export type Targets = ReadonlyMap<string, PDFArray>;

/** So many entries a node of the name tree, as readers look them up by halving. */
const nodeSize = 64;

/**
 * Gives every element a destination by name and leads the links inside the book there.
 *
 * Named destinations in a name tree (ISO 32000-1, 7.9.6 and 12.3.2.3); the links keep their
 * places in the structure tree.
 *
 * @param document what Chrome printed, its links inside the book as addresses of `addressOf`
 */
export function linkInside(document: PDFDocument, targets: Targets): void {
  const named = new Map([...targets].map(([id, target]) => [destinationName(id), target] as const));
  document.catalog.delete(PDFName.of('Dests'));
  document.catalog.set(
    PDFName.of('Names'),
    document.context.obj({ Dests: nameTree(document.context, named) }),
  );
  for (const page of document.getPages()) {
    for (const reference of page.node.Annots()?.asArray() ?? []) {
      const annotation = document.context.lookupMaybe(reference, PDFDict);
      if (annotation !== undefined) redirect(annotation, named);
    }
  }
}

/** Where the target is unknown the annotation stays, as its tag refers to it, but leads nowhere. */
function redirect(annotation: PDFDict, named: ReadonlyMap<string, PDFArray>): void {
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict);
  const address = action?.lookup(PDFName.of('URI'));
  const name = address instanceof PDFString ? namedBy(address.decodeText()) : undefined;
  if (name === undefined) return;
  annotation.delete(PDFName.of('A'));
  if (named.has(name)) annotation.set(PDFName.of('Dest'), PDFString.of(name));
}

/** A node or a leaf, with the least and the greatest name below it. */
interface Branch {
  readonly first: PDFString;
  readonly last: PDFString;
  readonly ref: PDFRef;
}

/** Names are ASCII: comparing them as strings compares their bytes. */
function nameTree(context: PDFContext, named: ReadonlyMap<string, PDFArray>): PDFRef {
  const entries = [...named].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const pairs = entries.map(([name, target]) => [PDFString.of(name), target] as const);
  if (pairs.length <= nodeSize) return context.register(context.obj({ Names: context.obj(pairs.flat()) }));
  let level = chunks(pairs).map((chunk): Branch => {
    const first = chunk[0]![0];
    const last = chunk.at(-1)![0];
    return {
      first,
      last,
      ref: context.register(context.obj({ Limits: [first, last], Names: chunk.flat() })),
    };
  });
  while (level.length > nodeSize) {
    level = chunks(level).map((chunk): Branch => {
      const first = chunk[0]!.first;
      const last = chunk.at(-1)!.last;
      const kids = chunk.map(({ ref }) => ref);
      return { first, last, ref: context.register(context.obj({ Limits: [first, last], Kids: kids })) };
    });
  }
  return context.register(context.obj({ Kids: level.map(({ ref }) => ref) }));
}

function chunks<Item>(items: ReadonlyArray<Item>): Item[][] {
  const groups: Item[][] = [];
  for (let start = 0; start < items.length; start += nodeSize)
    groups.push(items.slice(start, start + nodeSize));
  return groups;
}
