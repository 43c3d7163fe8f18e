import { PDFArray, PDFCatalog, PDFDict, PDFDocument, PDFRef, PDFStream, type PDFObject } from 'pdf-lib';
import { append, greatest } from '../../../book/long-lists.ts';
import type { Bytes } from '../../../book/bytes.ts';
import { Reference, type Operand } from '../../../pdf/content/operand.ts';
import { readCrossReferences } from '../../../pdf/file/cross-references.ts';
import { FileBytes } from '../../../pdf/file/file-bytes.ts';
import { FileError } from '../../../pdf/file/file-error.ts';
import { streamsWith } from '../stand-ins/original-stream.ts';
import type { Originals } from '../stand-ins/stand-ins.ts';
import { ObjectReader } from './object-reader.ts';

/**
 * What Chrome printed as a document of the PDF library: all objects that something leads to.
 *
 * @param pdf the file, without packed objects
 * @param trim takes from an object what is not wanted; what nothing else leads to is not even read
 * @param originals what takes the place of the stand-ins in it
 * @throws FileError where it cannot be read
 */
export async function openPrint(
  pdf: Bytes,
  trim: (object: PDFObject) => void = () => undefined,
  originals: Originals = new Map(),
): Promise<PDFDocument> {
  const file = new FileBytes(pdf);
  const { places, trailer } = readCrossReferences(file);
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const reader = new ObjectReader(file, context, streamsWith(originals));
  for (const [ref] of context.enumerateIndirectObjects()) context.delete(ref);
  const root = refTo(trailer.get('Root'), reader);
  const information = refTo(trailer.get('Info'), reader);
  const waiting: Array<PDFObject | undefined> = [root, information];
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (object instanceof PDFRef) {
      const place = places.get(object.objectNumber);
      if (place === undefined || !('offset' in place) || context.lookup(object) !== undefined) continue;
      const read = reader.objectAt(place.offset);
      trim(read);
      context.assign(object, read);
      waiting.push(read);
    } else if (object instanceof PDFArray) append(waiting, object.asArray());
    else if (object instanceof PDFDict) append(waiting, object.values());
    else if (object instanceof PDFStream) append(waiting, object.dict.values());
  }
  const catalog = context.lookup(root);
  if (!(root instanceof PDFRef) || !(catalog instanceof PDFCatalog))
    throw new FileError('The file has no catalogue');
  // The numbers of objects that were not read stay theirs.
  context.largestObjectNumber = greatest(places.keys());
  Object.assign(context.trailerInfo, { Root: root, Info: information });
  for (const key of document.catalog.keys()) document.catalog.delete(key);
  for (const [key, value] of catalog.entries()) document.catalog.set(key, value);
  context.assign(root, document.catalog);
  return document;
}

function refTo(operand: Operand | undefined, reader: ObjectReader): PDFRef | undefined {
  return operand instanceof Reference ? reader.ref(operand.object) : undefined;
}
