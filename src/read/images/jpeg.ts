import { viewOf } from '../files/bytes.ts';
import { corrupt, type ImageFault } from './image-fault.ts';

/**
 * What is wrong with a JPEG file: a missing frame, scan or end marker (ITU-T T.81, annex B),
 * or colours in CMYK.
 *
 * @param bytes a file with the JPEG signature
 */
export function jpegFaults(bytes: Uint8Array): ImageFault[] {
  const view = viewOf(bytes);
  let components: number | undefined;
  let offset = 2;
  for (;;) {
    while (bytes[offset] === 0xff && bytes[offset + 1] === 0xff) offset += 1;
    if (offset + 4 > bytes.length) return [corrupt('is cut short')];
    if (bytes[offset] !== 0xff) return [corrupt('is damaged: a marker is missing')];
    const marker = bytes[offset + 1] ?? 0;
    const length = view.getUint16(offset + 2);
    if (offset + 2 + length > bytes.length) return [corrupt('is cut short')];
    if (isFrame(marker) && length >= 8) components = view.getUint8(offset + 9);
    offset += 2 + length;
    if (marker === 0xda) break;
  }
  if (components === undefined) return [corrupt('is damaged: it has no frame header')];
  // Cameras append previews, so the end marker need not be the end of the file.
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(
    '\xFF\xD9',
    undefined,
    'latin1',
  );
  if (end < offset) return [corrupt('is cut short')];
  if (components !== 4) return [];
  return [
    {
      rule: 'image-format',
      reason: 'has CMYK colours, which many reading systems show wrongly',
      hint: 'Convert the image to RGB.',
      severity: 'warning',
    },
  ];
}

/** SOF0 to SOF15, without the tables and extensions among their numbers. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
