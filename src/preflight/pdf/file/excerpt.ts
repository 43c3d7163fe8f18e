import { PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFDocument } from 'pdf-lib';
import { nameIn } from '../../../pdf/content/operand.ts';
import { readCrossReferences } from '../../../pdf/file/cross-references.ts';
import { FileBytes } from '../../../pdf/file/file-bytes.ts';
import { streamOf } from '../../../pdf/file/stored-stream.ts';
import { streamHead } from '../../../pdf/file/stream.ts';
import type { StoredBytes } from '../../../book/bytes.ts';

/** Bytes from which on a picture is left on disk. */
const large = 1 << 16;

/** Where a picture stands in the file, and its bytes. */
interface Picture {
  readonly object: number;
  readonly offset: number;
  readonly start: number;
  readonly end: number;
}

/** A PDF without the insides of its large pictures, and what puts them back as they are asked for. */
export interface PdfExcerpt {
  readonly bytes: Uint8Array;
  readonly complete: (document: PDFDocument) => void;
}

/**
 * A PDF on disk, in memory but for its large pictures.
 *
 * @throws FileError where it cannot be read
 */
export function excerptOf(pdf: StoredBytes): PdfExcerpt {
  const file = new FileBytes(pdf);
  const pictures = picturesIn(file);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { offset, start, end } of pictures) {
    parts.push(file.part(at, offset), emptied(file.part(offset, start)));
    at = end;
  }
  parts.push(file.part(at, file.length));
  return {
    bytes: Buffer.concat(parts),
    complete: ({ context }) => {
      for (const { object, start, end } of pictures) {
        const ref = PDFRef.of(object);
        const stream = context.lookup(ref);
        if (!(stream instanceof PDFRawStream)) continue;
        stream.dict.set(PDFName.of('Length'), PDFNumber.of(end - start));
        context.assign(ref, streamOf(stream.dict, file, start, end));
      }
    },
  };
}

/** What stands before the bytes of a stream, as if there were none; it is as long as before. */
function emptied(head: Uint8Array): Uint8Array {
  const text = Buffer.from(head).toString('latin1');
  const stated = text.replace(
    /(\/Length )(\d+)/,
    (_, key: string, length: string) => key + '0'.repeat(length.length),
  );
  return Buffer.from(stated, 'latin1');
}

/** The large pictures in the order of the file. */
function picturesIn(file: FileBytes): Picture[] {
  const pictures: Picture[] = [];
  for (const [object, place] of readCrossReferences(file).places) {
    if (!('offset' in place)) continue;
    const { offset } = place;
    const head = streamHead(file, offset);
    if (head === undefined || nameIn(head.dictionary.get('Subtype')) !== 'Image') continue;
    const length = head.dictionary.get('Length');
    if (typeof length === 'number' && length > large)
      pictures.push({ object, offset, start: head.start, end: head.start + length });
  }
  return pictures.toSorted((a, b) => a.start - b.start);
}
