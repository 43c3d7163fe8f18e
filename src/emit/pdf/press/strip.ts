import { PDFArray, PDFDict, PDFName, PDFRef, PDFStream, type PDFDocument, type PDFObject } from 'pdf-lib';

const ofCatalog =
  'StructTreeRoot MarkInfo Outlines PageMode Dests Names OpenAction AA AcroForm Version'.split(' ');
const ofPage = 'Annots StructParents Tabs CropBox ArtBox AA'.split(' ');

/**
 * Takes away what serves screens alone: tags, bookmarks, links. A page for the press may hold no
 * annotation within its bleed (ISO 15930-7, 6.16).
 */
export function stripForPress(document: PDFDocument): void {
  for (const key of ofCatalog) document.catalog.delete(PDFName.of(key));
  for (const { node } of document.getPages()) for (const key of ofPage) node.delete(PDFName.of(key));
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream) object.dict.delete(PDFName.of('StructParents'));
  }
}

/** Deletes every object that nothing leads to any more. */
export function dropUnreachable({ context }: PDFDocument): void {
  const reached = new Set<PDFRef>();
  const { Root, Info } = context.trailerInfo;
  const waiting: Array<PDFObject | undefined> = [Root, Info];
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue;
      reached.add(object);
      waiting.push(context.lookup(object));
    } else if (object instanceof PDFArray) waiting.push(...object.asArray());
    else if (object instanceof PDFDict) waiting.push(...object.values());
    else if (object instanceof PDFStream) waiting.push(...object.dict.values());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}
