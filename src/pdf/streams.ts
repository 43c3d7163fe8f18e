import { inflateSync, constants } from 'node:zlib';
import { decodePDFRawStream, PDFRawStream, type PDFStream } from 'pdf-lib';
import { asDict, asName, asArray, entry, numberOf } from './look-up.ts';
import { undoPrediction } from './prediction.ts';

/** What one stream of a book may grow to: a page of scanned paper at 1200 dpi in colour is smaller. */
export const longestStream = 512 * 1024 * 1024;

/** A stream that grows beyond all measure, or whose bytes are not what its filter says. */
export class StreamError extends Error {}

/**
 * The bytes of a stream, decoded up to the filter that makes pictures (DCTDecode, JPXDecode,
 * CCITTFaxDecode, JBIG2Decode), which is named where there is one.
 *
 * ISO 32000-1, 7.4.
 *
 * @throws StreamError where it cannot be decoded
 */
export function decodeStream(stream: PDFStream): { readonly bytes: Uint8Array; readonly picture?: string } {
  if (!(stream instanceof PDFRawStream)) return { bytes: stream.getContents() };
  const filters = filtersOf(stream);
  const last = filters.at(-1);
  const picture = isPicture(last) ? last : undefined;
  const plain = picture === undefined ? filters : filters.slice(0, -1);
  if (plain.length === 0) return { bytes: stream.contents, ...(picture !== undefined && { picture }) };
  const bytes =
    plain.length === 1 && (plain[0] === 'FlateDecode' || plain[0] === 'Fl')
      ? undoPrediction(inflate(stream.contents, longestStream), parameters(stream))
      : picture === undefined
        ? decodeOther(stream)
        : undefined;
  if (bytes === undefined) throw new StreamError(`is packed in an unusual way (${filters.join(', ')})`);
  return { bytes, ...(picture !== undefined && { picture }) };
}

/** The bytes of a stream, decoded as {@link decodeStream} does; undefined where they cannot be. */
export function decodedBytes(stream: PDFStream): Uint8Array | undefined {
  try {
    return decodeStream(stream).bytes;
  } catch (error) {
    if (error instanceof StreamError) return undefined;
    throw error;
  }
}

const pictures: ReadonlySet<string> = new Set([
  'DCTDecode',
  'DCT',
  'JPXDecode',
  'CCITTFaxDecode',
  'CCF',
  'JBIG2Decode',
]);

/** Whether a filter makes a picture and leaves its bytes to a decoder of such. */
export function isPicture(filter: string | undefined): filter is string {
  return filter !== undefined && pictures.has(filter);
}

/** The names of the filters of a stream, in the order in which they are undone. */
export function filtersOf({ dict }: PDFStream): string[] {
  const filter = entry(dict, 'Filter');
  return [filter, ...asArray(filter)].flatMap((one) => asName(one) ?? []);
}

/** What a stream is unpacked to at a time, in bytes. */
const leastPiece = 16 * 1024;
const largestPiece = 1024 * 1024;

/**
 * Inflates; what was cut off at the end is forgiven, as viewers do.
 *
 * @throws StreamError where it is longer than the limit, or no deflated data
 */
export function inflate(bytes: Uint8Array, limit: number): Uint8Array {
  try {
    return inflateSync(bytes, {
      maxOutputLength: limit,
      finishFlush: constants.Z_SYNC_FLUSH,
      // Text unpacks to ten times its length: in one piece it takes half the time.
      chunkSize: Math.min(Math.max(16 * bytes.length, leastPiece), largestPiece),
    });
  } catch (error) {
    const tooLong = (error as { readonly code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new StreamError(
      tooLong ? `unpacks to more than ${Math.round(limit / 1024 / 1024)} MB` : 'cannot be unpacked',
    );
  }
}

function parameters({ dict }: PDFStream): Parameters<typeof undoPrediction>[1] {
  const stated = entry(dict, 'DecodeParms');
  const found = asDict(stated) ?? asDict(asArray(stated)[0]);
  return {
    predictor: numberOf(found, 'Predictor') ?? 1,
    colours: numberOf(found, 'Colors') ?? 1,
    bits: numberOf(found, 'BitsPerComponent') ?? 8,
    columns: numberOf(found, 'Columns') ?? 1,
  };
}

/** Filters that cannot make much of little, LZW at the worst a thousandfold. */
function decodeOther(stream: PDFRawStream): Uint8Array {
  if (stream.contents.length > longestStream / 1024) throw new StreamError('is packed in an unusual way');
  try {
    return decodePDFRawStream(stream).decode();
  } catch {
    throw new StreamError('cannot be unpacked');
  }
}
