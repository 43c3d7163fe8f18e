import { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber, PDFRef } from 'pdf-lib';

/** Numbers of marked content, by the number of their page or form in the parent tree. */
export type MarkedContent = ReadonlyMap<number, ReadonlySet<number>>;

/** The numbers of the parent tree, each with what it stands for; undefined where there is none. */
export function parentEntries(root: PDFDict): PDFArray | undefined {
  return root.lookupMaybe(PDFName.of('ParentTree'), PDFDict)?.lookupMaybe(PDFName.of('Nums'), PDFArray);
}

/**
 * Brings the parent tree (ISO 32000-1, 14.7.4.4) in line with elements that have changed.
 *
 * @param root of the structure tree
 * @param heirs who owns now what an element contained itself
 * @param bare elements that no longer contain anything but elements
 * @returns the marked content of those, which is no part of the structure any more
 */
export function updateParents(
  root: PDFDict,
  heirs: ReadonlyMap<PDFRef, PDFRef>,
  bare: ReadonlySet<PDFRef>,
): MarkedContent {
  const released = new Map<number, Set<number>>();
  const entries = parentEntries(root);
  if (entries === undefined) return released;
  for (let index = 0; index + 1 < entries.size(); index += 2) {
    const key = entries.lookup(index, PDFNumber).asNumber();
    const owner = entries.get(index + 1);
    const owners = entries.lookup(index + 1);
    if (!(owners instanceof PDFArray)) {
      const heir = owner instanceof PDFRef ? heirs.get(owner) : undefined;
      if (heir !== undefined) entries.set(index + 1, heir);
      continue;
    }
    const free = new Set<number>();
    owners.asArray().forEach((element, content) => {
      if (!(element instanceof PDFRef)) return;
      const heir = heirs.get(element);
      if (heir !== undefined) owners.set(content, heir);
      if (bare.has(element)) {
        owners.set(content, PDFNull);
        free.add(content);
      }
    });
    if (free.size > 0) released.set(key, free);
  }
  return released;
}
