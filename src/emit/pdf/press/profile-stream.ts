import { deflateSync } from 'node:zlib';
import type { PDFContext, PDFRef } from 'pdf-lib';

/**
 * An ICC profile as a stream (ISO 32000-1, 8.6.5.5).
 *
 * @param components how many numbers a colour has
 */
export function profileStream(context: PDFContext, bytes: Uint8Array, components: 3 | 4): PDFRef {
  const packed = deflateSync(bytes, { level: 9 });
  return context.register(context.stream(packed, { N: components, Filter: 'FlateDecode' }));
}
