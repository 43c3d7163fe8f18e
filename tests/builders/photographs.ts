import { jpegSegment, pngChunk } from './pictures.ts';

/** What a camera wrote, in words that must be in no book. */
export const secrets = {
  maker: 'Spycam 3000',
  /** 50° 27′ 0.1234″ N as rationals, little-endian. */
  latitude: Buffer.from('32000000010000001b00000001000000d204000010270000', 'hex'),
  place: 'GPSLatitude="50,27.002N"',
  author: 'Alice Whistleblower',
  behind: 'A preview of the whole picture',
};

/** Whether any of the secrets is among some bytes. */
export function holdsSecrets(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes);
  return Object.values(secrets).some((each) => buffer.includes(each));
}

/** A real picture of 32 × 16 pixels, its left half red, its right half blue, in JPEG without any metadata. */
export const photograph: Uint8Array = Buffer.from(
  '/9j/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBD' +
    'AQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAQACAD' +
    'AREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAcI/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABYBAQEBAAAAAAAAAAAAAAAA' +
    'AAAJB//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AM6MMVTAQJcZHQBfUOViwECXGR0Af//Z',
  'base64',
);

/** A record of Exif from its TIFF header on: maker, orientation, and a directory with a latitude. */
export function exif(orientation: number): Uint8Array {
  const maker = Buffer.from(`${secrets.maker}\0`);
  const places = 8 + 2 + 3 * 12 + 4;
  const data = places + 2 + 12 + 4;
  const record = Buffer.alloc(data + secrets.latitude.length + maker.length);
  record.write('II*\0\x08\0\0\0', 'latin1');
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    record.writeUInt16LE(tag, at);
    record.writeUInt16LE(type, at + 2);
    record.writeUInt32LE(count, at + 4);
    record.writeUInt32LE(value, at + 8);
  };
  record.writeUInt16LE(3, 8);
  entry(10, 0x010f, 2, maker.length, data + secrets.latitude.length);
  entry(22, 0x0112, 3, 1, orientation);
  entry(34, 0x8825, 4, 1, places);
  record.writeUInt16LE(1, places);
  entry(places + 2, 0x0002, 5, 3, data);
  record.set(secrets.latitude, data);
  record.set(maker, data + secrets.latitude.length);
  return record;
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:${secrets.place}/></x:xmpmeta>`;

/** Segments as a camera and a photo agency write them. */
export function cameraSegments(orientation: number): Uint8Array {
  return Buffer.concat([
    jpegSegment(0xe1, Buffer.concat([latin1('Exif\0\0'), exif(orientation)])),
    jpegSegment(0xe1, latin1(`http://ns.adobe.com/xap/1.0/\0${xmp}`)),
    jpegSegment(0xe2, latin1(`MPF\0${secrets.maker}`)),
    jpegSegment(0xed, latin1(`Photoshop 3.0\x008BIM\x04\x04\0\0\0\0${secrets.author}`)),
    jpegSegment(0xfe, latin1(secrets.author)),
  ]);
}

/** A JPEG file with further segments behind its first marker, and more behind its end. */
export function withSegments(
  picture: Uint8Array,
  segments: Uint8Array,
  behind: string = secrets.behind,
): Uint8Array {
  return Buffer.concat([picture.subarray(0, 2), segments, picture.subarray(2), latin1(behind)]);
}

/** The photograph as it comes from a camera that was held in some way. */
export function cameraJpeg(orientation = 1): Uint8Array {
  return withSegments(photograph, cameraSegments(orientation));
}

/** Chunks of a PNG that say who, where and when. */
export function cameraChunks(orientation: number): Uint8Array {
  return Buffer.concat([
    pngChunk('eXIf', exif(orientation)),
    pngChunk('tEXt', latin1(`Author\0${secrets.author}`)),
    pngChunk('iTXt', latin1(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)),
    pngChunk('tIME', Buffer.of(7, 232, 1, 2, 3, 4, 5)),
    pngChunk('caBX', latin1(secrets.maker)),
  ]);
}

/** A WebP file of these chunks. */
export function webp(...chunks: ReadonlyArray<Uint8Array>): Uint8Array {
  const body = Buffer.concat([latin1('WEBP'), ...chunks]);
  const head = latin1('RIFF\0\0\0\0');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

export function webpChunk(type: string, data: Uint8Array): Uint8Array {
  const head = latin1(`${type}\0\0\0\0`);
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length & 1)]);
}

/** The chunk that says what is in a WebP file of 2 × 2 pixels. */
export function webpFeatures(flags: number): Uint8Array {
  return webpChunk('VP8X', Buffer.of(flags, 0, 0, 0, 1, 0, 0, 1, 0, 0));
}

/** Extensions of a GIF that say who and where. */
export function gifRemarks(): Uint8Array {
  const block = (text: string): Buffer => Buffer.concat([Buffer.of(text.length), latin1(text)]);
  return Buffer.concat([
    Buffer.of(0x21, 0xfe),
    block(secrets.author),
    Buffer.of(0, 0x21, 0xff),
    block('XMP DataXMP'),
    block(secrets.place),
    Buffer.of(0),
  ]);
}
