import { PDFNumber, type PDFDict, type PDFObject } from 'pdf-lib';
import { arrayOf, asDict, dictOf } from '../../../pdf/look-up.ts';

/** The values of a number tree by their numbers (ISO 32000-1, 7.9.7). */
export function readNumberTree(root: PDFDict | undefined): Map<number, PDFObject> {
  const values = new Map<number, PDFObject>();
  const seen = new Set<PDFDict>();
  const open = root === undefined ? [] : [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const members = arrayOf(node, 'Nums');
    for (let index = 0; index + 1 < members.length; index += 2) {
      const key = members[index];
      if (key instanceof PDFNumber) values.set(key.asNumber(), members[index + 1] as PDFObject);
    }
    for (const kid of arrayOf(node, 'Kids')) {
      const dict = asDict(kid);
      if (dict !== undefined) open.push(dict);
    }
  }
  return values;
}

/** The parent tree of a structure tree. */
export function parentTreeOf(root: PDFDict): Map<number, PDFObject> {
  return readNumberTree(dictOf(root, 'ParentTree'));
}
