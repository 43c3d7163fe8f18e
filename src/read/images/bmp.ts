import { deflateSync } from 'node:zlib';
import { viewOf } from '../files/bytes.ts';
import { chunk } from './png-chunk.ts';

/** What the head of a file says of its pixels. */
interface Head {
  readonly width: number;
  readonly height: number;
  /** Whether the first row of the file is the uppermost. */
  readonly isTopDown: boolean;
  readonly bits: number;
  /** Where the pixels begin. */
  readonly offset: number;
  /** The bits of red, green, blue and alpha, where pixels have no palette. */
  readonly masks: ReadonlyArray<number>;
  /** Where the palette begins. */
  readonly palette: number;
}

const signature = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');

/** Masks of pixels that have none of their own. */
const usualMasks: Readonly<Record<number, ReadonlyArray<number>>> = {
  16: [0x7c_00, 0x3_e0, 0x1f, 0],
  24: [0xff_00_00, 0xff_00, 0xff, 0],
  32: [0xff_00_00, 0xff_00, 0xff, 0],
};

/**
 * A Windows bitmap as PNG.
 *
 * @param bytes the whole file
 * @param most pixels
 * @returns undefined where it is compressed, cut short or none
 * @see https://learn.microsoft.com/windows/win32/gdi/bitmap-storage
 */
export function pngOfBmp(bytes: Uint8Array, most: number): Uint8Array | undefined {
  const head = headOf(bytes);
  if (head === undefined || head.width * head.height > most) return undefined;
  const { width, height, bits, offset, isTopDown } = head;
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (offset + stride * height > bytes.length) return undefined;
  const channels = (head.masks[3] ?? 0) === 0 ? 3 : 4;
  const colourOf = bits <= 8 ? listed(bytes, head) : masked(bytes, head);
  const rows = Buffer.alloc(height * (1 + width * channels));
  for (let row = 0; row < height; row++) {
    const from = offset + (isTopDown ? row : height - 1 - row) * stride;
    let to = row * (1 + width * channels) + 1;
    for (let column = 0; column < width; column++) {
      const colour = colourOf(from, column);
      for (let channel = 0; channel < channels; channel++) rows[to++] = (colour >>> (24 - channel * 8)) & 255;
    }
  }
  const facts = Buffer.alloc(13);
  facts.writeUInt32BE(width, 0);
  facts.writeUInt32BE(height, 4);
  facts.set([8, channels === 3 ? 2 : 6, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', facts),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function headOf(bytes: Uint8Array): Head | undefined {
  if (bytes.length < 54 || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return undefined;
  const view = viewOf(bytes);
  const size = view.getUint32(14, true);
  const [width, high] = [view.getInt32(18, true), view.getInt32(22, true)];
  const [bits, compression] = [view.getUint16(28, true), view.getUint32(30, true)];
  const isMasked = compression === 3 && (bits === 16 || bits === 32);
  if (size < 40 || width <= 0 || high === 0 || !(compression === 0 || isMasked)) return undefined;
  if (![1, 4, 8, 16, 24, 32].includes(bits)) return undefined;
  const own = isMasked
    ? [0, 4, 8, 12].map((at) => (at === 12 && size < 56 ? 0 : readAt(view, 54 + at)))
    : (usualMasks[bits] ?? []);
  return {
    width,
    height: Math.abs(high),
    isTopDown: high < 0,
    bits,
    offset: view.getUint32(10, true),
    masks: own,
    palette: 14 + size,
  };
}

function readAt(view: DataView, at: number): number {
  return at + 4 > view.byteLength ? 0 : view.getUint32(at, true);
}

/** Colours of pixels that are numbers in a palette, as RGBA. */
function listed(bytes: Uint8Array, { bits, palette }: Head): (from: number, column: number) => number {
  const colours = Array.from({ length: 2 ** bits }, (_, index) => {
    const at = palette + index * 4;
    return rgba(bytes[at + 2] ?? 0, bytes[at + 1] ?? 0, bytes[at] ?? 0, 255);
  });
  const inByte = 8 / bits;
  return (from, column) => {
    const byte = bytes[from + Math.floor(column / inByte)] ?? 0;
    const shift = 8 - bits * ((column % inByte) + 1);
    return colours[(byte >> shift) & (2 ** bits - 1)] ?? 0;
  };
}

/** Colours of pixels that are red, green and blue by masks, as RGBA. */
function masked(bytes: Uint8Array, { bits, masks }: Head): (from: number, column: number) => number {
  const parts = masks.map((mask) => {
    const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
    return { shift, most: mask >>> shift };
  });
  const size = bits / 8;
  return (from, column) => {
    const at = from + column * size;
    let pixel = 0;
    for (let byte = size - 1; byte >= 0; byte--) pixel = ((pixel << 8) | (bytes[at + byte] ?? 0)) >>> 0;
    const [red = 0, green = 0, blue = 0, alpha = 255] = parts.map(({ shift, most }) =>
      most === 0 ? 255 : Math.round((((pixel >>> shift) & most) * 255) / most),
    );
    return rgba(red, green, blue, alpha);
  };
}

function rgba(red: number, green: number, blue: number, alpha: number): number {
  return ((red << 24) | (green << 16) | (blue << 8) | alpha) >>> 0;
}
