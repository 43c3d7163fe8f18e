import { PDFDict, PDFName, PDFNumber, type PDFRef } from 'pdf-lib';
import { boxRole } from './foot-notes.ts';
import { kidsOf, setKids, type StructureElement } from './elements.ts';

const typeKey = PDFName.of('Type');
const contentType = PDFName.of('MCR');

/** What contains nothing but other elements: paint of its own is a background or a rule. */
const grouping = new Set(['Document', 'Table', 'TR', 'L', boxRole]);

/**
 * Takes from groups the content of their own, which decorates the page only (ISO 14289-1, 7.1).
 *
 * @returns the elements it was taken from
 */
export function releaseDecoration(elements: ReadonlyArray<StructureElement>): Set<PDFRef> {
  const bare = new Set<PDFRef>();
  for (const { ref, dict, role } of elements) {
    if (!grouping.has(role)) continue;
    const kids = kidsOf(dict);
    const kept = kids.filter((kid) => !isMarkedContent(kid));
    if (kept.length === kids.length) continue;
    setKids(dict, kept);
    bare.add(ref);
  }
  return bare;
}

function isMarkedContent(kid: unknown): boolean {
  if (kid instanceof PDFNumber) return true;
  return kid instanceof PDFDict && kid.get(typeKey) === contentType;
}
