import { crc32, deflateSync } from 'node:zlib';

/** A PNG file in black and white. */
export function png(
  width: number,
  height: number,
  options: { readonly rows?: Uint8Array; readonly before?: Uint8Array } = {},
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = options.rows ?? new Uint8Array((1 + Math.ceil(width / 8)) * height);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    pngChunk('IHDR', header),
    options.before ?? new Uint8Array(),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', new Uint8Array()),
  ]);
}

export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** A JPEG file of the shape a decoder walks: header, frame, scan with its data, end. */
export function jpeg(
  width: number,
  height: number,
  components = 3,
  data: Uint8Array = Buffer.of(1, 2, 3),
): Uint8Array {
  const frame = [8, height >> 8, height & 255, width >> 8, width & 255, components];
  for (let index = 1; index <= components; index += 1) frame.push(index, 0x11, 0);
  const scan = [components];
  for (let index = 1; index <= components; index += 1) scan.push(index, 0);
  scan.push(0, 63, 0);
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    jpegSegment(0xe0, [...Buffer.from('JFIF\0', 'latin1'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    jpegSegment(0xc0, frame),
    jpegSegment(0xda, scan),
    data,
    Buffer.of(0xff, 0xd9),
  ]);
}

/** A segment of a JPEG. */
export function jpegSegment(marker: number, content: ArrayLike<number>): Buffer<ArrayBuffer> {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, Uint8Array.from(content)]);
}

/** A GIF file with as many frames of one pixel, behind some extensions. */
export function gif(frames: number, extensions: ArrayLike<number> = []): Uint8Array {
  const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
  const head = [...Buffer.from('GIF89a', 'latin1'), 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
  return Uint8Array.from([
    ...head,
    ...Array.from(extensions),
    ...Array.from({ length: frames }, () => frame).flat(),
    0x3b,
  ]);
}

/** An SVG drawing around this markup. */
export function svg(inside: string, attributes = 'viewBox="0 0 20 10"'): Uint8Array {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);
}

/** A grey TIFF of 8 by 8 pixels, which stand behind all else. */
export function tiff(): Uint8Array {
  const entries = [
    [256, 8],
    [257, 8],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 110],
    [278, 8],
    [279, 64],
  ];
  const file = Buffer.alloc(110 + 64, 128);
  file.write('II*\0', 'latin1');
  file.writeUInt32LE(8, 4);
  file.writeUInt16LE(entries.length, 8);
  for (const [at, [tag = 0, value = 0]] of entries.entries()) {
    const place = 10 + 12 * at;
    file.writeUInt16LE(tag, place);
    file.writeUInt16LE(4, place + 2);
    file.writeUInt32LE(1, place + 4);
    file.writeUInt32LE(value, place + 8);
  }
  file.writeUInt32LE(0, 106);
  return file;
}
