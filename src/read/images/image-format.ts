import { latin1 } from '../files/bytes.ts';

/** A raster or vector format, told by its first bytes. */
export type ImageFormat =
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'webp'
  | 'svg'
  | 'tiff'
  | 'bmp'
  | 'avif'
  | 'heic'
  | 'jxl'
  | 'ico';

/** The formats a book can carry, with the endings their files may have. */
export const carried = {
  jpeg: { name: 'JPEG', mediaType: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe'] },
  png: { name: 'PNG', mediaType: 'image/png', endings: ['png'] },
  gif: { name: 'GIF', mediaType: 'image/gif', endings: ['gif'] },
  webp: { name: 'WebP', mediaType: 'image/webp', endings: ['webp'] },
  svg: { name: 'SVG', mediaType: 'image/svg+xml', endings: ['svg'] },
} as const satisfies Partial<Record<ImageFormat, unknown>>;

export function isCarried(format: ImageFormat | undefined): format is keyof typeof carried {
  return format !== undefined && Object.hasOwn(carried, format);
}

/**
 * The format of an image by its signature, or nothing where the bytes are no image.
 *
 * @param bytes the whole file
 */
export function imageFormat(bytes: Uint8Array): ImageFormat | undefined {
  const head = latin1(bytes, 0, 16);
  if (head.startsWith('\xFF\xD8\xFF')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1A\n')) return 'png';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff';
  if (head.startsWith('BM')) return 'bmp';
  if (head.startsWith('\0\0\x01\0')) return 'ico';
  if (head.startsWith('\xFF\x0A') || head.slice(4, 8) === 'JXL ') return 'jxl';
  if (head.slice(4, 8) === 'ftyp') return /^avi[fs]/.test(head.slice(8, 12)) ? 'avif' : 'heic';
  return looksLikeSvg(bytes) ? 'svg' : undefined;
}

/** Markup with an svg element, of any prefix, that is no web page; the reader of SVG judges the rest. */
function looksLikeSvg(bytes: Uint8Array): boolean {
  const start = latin1(bytes, 0, 16_384)
    .replace(/^\xEF\xBB\xBF/, '')
    .trimStart();
  return (
    start.startsWith('<') && !/^<(?:!doctype\s+)?html\b/i.test(start) && /<(?:\w+:)?svg[\s/>]/.test(start)
  );
}
