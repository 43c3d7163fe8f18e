import { crc32, createInflate } from 'node:zlib';
import { latin1, viewOf } from '../files/bytes.ts';
import { animated, corrupt, type ImageFault } from './image-fault.ts';

/**
 * What is wrong with a PNG file: a damaged or missing chunk, image data that do not unpack
 * to the size the header states (PNG Third Edition, sections 5 and 10), animation.
 *
 * @param bytes a file with the PNG signature
 */
export async function pngFaults(bytes: Uint8Array): Promise<ImageFault[]> {
  const view = viewOf(bytes);
  const data: Uint8Array[] = [];
  const faults: ImageFault[] = [];
  let offset = 8;
  let ended = false;
  while (!ended) {
    if (offset + 12 > bytes.length) return [corrupt('is cut short')];
    const length = view.getUint32(offset);
    const type = latin1(bytes, offset + 4, offset + 8);
    const end = offset + 8 + length;
    if (end + 4 > bytes.length) return [corrupt('is cut short')];
    if (crc32(bytes.subarray(offset + 4, end)) !== view.getUint32(end)) {
      return [corrupt(`is damaged: the checksum of its ${printable(type)} chunk is wrong`)];
    }
    if (offset === 8 && (type !== 'IHDR' || length !== 13)) return [corrupt('has no header')];
    if (type === 'IDAT') data.push(bytes.subarray(offset + 8, end));
    if (type === 'acTL') {
      faults.push(animated());
    }
    ended = type === 'IEND';
    offset = end + 4;
  }
  const expected = unpackedSize(view);
  if (expected === undefined) return [corrupt('has a header that contradicts itself')];
  if ((await inflatedSize(data, expected)) !== expected) {
    return [corrupt('is damaged: its image data do not unpack')];
  }
  return faults;
}

function printable(type: string): string {
  return /^[A-Za-z]{4}$/.test(type) ? type : 'next';
}

/** The bytes of all rows with their filter bytes, over the seven passes where it is interlaced. */
function unpackedSize(view: DataView): number | undefined {
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  const channels = new Map([
    [0, 1],
    [2, 3],
    [3, 1],
    [4, 2],
    [6, 4],
  ]).get(view.getUint8(25));
  const depth = view.getUint8(24);
  const interlace = view.getUint8(28);
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(depth) || interlace > 1) return undefined;
  if (width === 0 || height === 0) return undefined;
  const pass = (columns: number, rows: number): number =>
    columns === 0 ? 0 : rows * (1 + Math.ceil((columns * channels * depth) / 8));
  if (interlace === 0) return pass(width, height);
  const adam7 = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const;
  let sum = 0;
  for (const [x, y, dx, dy] of adam7) {
    sum += pass(Math.max(0, Math.ceil((width - x) / dx)), Math.max(0, Math.ceil((height - y) / dy)));
  }
  return sum;
}

/** How many bytes the data unpack to; stops once they exceed what is wanted. */
async function inflatedSize(parts: ReadonlyArray<Uint8Array>, wanted: number): Promise<number> {
  const inflate = createInflate();
  let size = 0;
  try {
    inflate.end(Buffer.concat(parts));
    for await (const chunk of inflate) {
      size += (chunk as Uint8Array).length;
      if (size > wanted) break;
    }
    return size;
  } catch {
    return -1;
  } finally {
    inflate.destroy();
  }
}
