import { PDFDict, PDFDocument } from 'pdf-lib';
import { isStored, type Bytes } from '../../../book/bytes.ts';
import { inflate, longestStream, StreamError } from '../../../pdf/streams.ts';
import { excerptOf } from './excerpt.ts';

/** Why a file cannot be judged. */
export class UnreadablePdf extends Error {
  readonly rule: 'pdf-unreadable' | 'pdf-encrypted';

  constructor(rule: UnreadablePdf['rule'], reason: string) {
    super(reason);
    this.rule = rule;
  }
}

/**
 * Opens a PDF of whatever origin; one on disk must be ours.
 *
 * @throws UnreadablePdf where it is none, is broken, is encrypted, or would fill the memory
 */
export async function openPdf(pdf: Bytes): Promise<PDFDocument> {
  if (!isStored(pdf)) return openHeld(pdf);
  const { bytes, complete } = excerptOf(pdf);
  const document = await openHeld(bytes);
  complete(document);
  return document;
}

async function openHeld(bytes: Uint8Array): Promise<PDFDocument> {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (!head.includes('%PDF-')) throw new UnreadablePdf('pdf-unreadable', `The file is ${kindOf(head)}`);
  weighObjectStreams(bytes);
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, {
      updateMetadata: false,
      ignoreEncryption: true,
      // Otherwise the library speaks of them on the console.
      throwOnInvalidObject: true,
    });
  } catch {
    // What is encrypted cannot be unpacked, so that loading may break off.
    if (Buffer.from(bytes).includes('/Encrypt')) throw encrypted();
    throw new UnreadablePdf('pdf-unreadable', 'The file is broken: its objects cannot be read');
  }
  if (document.isEncrypted) throw encrypted();
  if (!(document.context.lookup(document.context.trailerInfo.Root) instanceof PDFDict))
    throw new UnreadablePdf('pdf-unreadable', 'The file is broken: it has no catalogue');
  return document;
}

function encrypted(): UnreadablePdf {
  return new UnreadablePdf('pdf-encrypted', 'The file is encrypted, so that it cannot be judged');
}

function kindOf(head: string): string {
  if (head === '') return 'empty';
  if (head.startsWith('PK\u0003\u0004')) return 'a ZIP archive or an EPUB, not a PDF';
  if (head.startsWith('%!PS')) return 'PostScript, not a PDF';
  return 'not a PDF';
}

/**
 * The library unpacks streams of objects and of cross-references as it loads a file, however long
 * they become; so they are weighed before.
 */
function weighObjectStreams(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const type of ['ObjStm', 'XRef']) {
    for (let at = file.indexOf(type); at !== -1; at = file.indexOf(type, at + type.length)) {
      const keyword = file.indexOf('stream', at);
      if (keyword === -1 || keyword - at > 4096) continue;
      const start = keyword + 'stream'.length + (file[keyword + 6] === 0x0d ? 2 : 1);
      // Anything else than deflated data cannot grow beyond measure.
      if ((file[start] ?? 0) % 16 !== 8) continue;
      try {
        inflate(file.subarray(start), longestStream / 4);
      } catch (error) {
        if (error instanceof StreamError && error.message.includes('MB'))
          throw new UnreadablePdf('pdf-unreadable', `A stream of objects ${error.message}`);
      }
    }
  }
}
