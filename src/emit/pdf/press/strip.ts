import {
  PDFArray,
  PDFCatalog,
  PDFDict,
  PDFName,
  PDFPageLeaf,
  PDFRef,
  PDFStream,
  type PDFDocument,
  type PDFObject,
} from 'pdf-lib';
import { append } from '../../../book/long-lists.ts';

const namesOf = (keys: string): PDFName[] => keys.split(' ').map((key) => PDFName.of(key));

const ofCatalog = namesOf(
  'StructTreeRoot MarkInfo Outlines PageMode Dests Names OpenAction AA AcroForm Version',
);
const ofPage = namesOf('Annots StructParents Tabs CropBox ArtBox AA');
const ofStream = namesOf('StructParents');

/**
 * Takes away what serves screens alone: tags, bookmarks, links. A page for the press may hold no
 * annotation within its bleed (ISO 15930-7, 6.16).
 *
 * @param object of the print
 */
export function stripForPress(object: PDFObject): void {
  if (object instanceof PDFCatalog) for (const key of ofCatalog) object.delete(key);
  else if (object instanceof PDFPageLeaf) for (const key of ofPage) object.delete(key);
  else if (object instanceof PDFStream) for (const key of ofStream) object.dict.delete(key);
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
    } else if (object instanceof PDFArray) append(waiting, object.asArray());
    else if (object instanceof PDFDict) append(waiting, object.values());
    else if (object instanceof PDFStream) append(waiting, object.dict.values());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}
