/** Markers of JPEG (ITU-T T.81, table B.1). */
export const markers = { startOfScan: 0xda, quantization: 0xdb, huffman: 0xc4, comment: 0xfe } as const;

/** A segment of a JPEG with its marker and its length. */
export interface Segment {
  readonly marker: number;
  readonly bytes: Buffer;
}

/**
 * The segments of a JPEG up to its first scan (ITU-T T.81, annex B), the header of that among them.
 *
 * @param jpeg the file, as much of it as is known; where that is cut off, or broken, the last are missing
 */
export function* segmentsOf(jpeg: Buffer): Generator<Segment> {
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff;) {
    const marker = jpeg[at + 1] ?? 0;
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    if (end > jpeg.length) return;
    yield { marker, bytes: jpeg.subarray(at, end) };
    if (marker === markers.startOfScan) return;
    at = end;
  }
}

/** A segment with this marker. */
export function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
