import { imageSize } from 'image-size';
import { markers, segment, segmentsOf } from './jpeg-segments.ts';
import { solidImage, type Shade } from './solid-image.ts';

/** What the comment begins with in which a stand-in names what it stands for. */
const mark = 'stands for ';

/** The digits of a name. */
const nameLength = 64;

/** The first bytes of a stand-in: the marker of the file, that of the comment, its length, and the name. */
export const headLength = 6 + mark.length + nameLength;

/**
 * A JPEG of one shade that a browser treats as it does another: with its metadata and its frame, a hundredth as
 * long. A comment names what it stands for.
 *
 * @param jpeg the file, at least as far as its first scan
 * @param name the SHA-256 of what it stands for
 * @returns undefined where the file is broken, or none that browsers paint as it is
 */
export function standInFor(jpeg: Buffer, name: string, shade: Shade): Buffer | undefined {
  const segments = [...segmentsOf(jpeg)];
  if (segments.at(-1)?.marker !== markers.startOfScan) return undefined;
  const frame = segments.find(({ marker }) => isFrame(marker));
  const image = frame && !isTurned(jpeg) ? solidImage(frame.bytes, shade) : undefined;
  const metadata = segments.filter(({ marker }) => isMetadata(marker));
  return (
    image &&
    Buffer.concat([
      Buffer.of(0xff, 0xd8),
      segment(markers.comment, Buffer.from(mark + name, 'latin1')),
      ...metadata.map(({ bytes }) => bytes),
      image,
    ])
  );
}

/** Whether a camera was held otherwise than the picture is shown: then browsers paint another. */
function isTurned(jpeg: Buffer): boolean {
  return (imageSize(jpeg).orientation ?? 1) !== 1;
}

/** What a stand-in stands for; undefined where the bytes do not begin as one. */
export function nameIn(jpeg: Uint8Array): string | undefined {
  const text = Buffer.from(jpeg.subarray(0, headLength)).toString('latin1');
  const at = text.length - nameLength;
  return text.length === headLength && text.slice(6, at) === mark ? text.slice(at) : undefined;
}

/** Sequential and progressive frames, packed after Huffman. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xc2;
}

/** Segments of applications: colour profile, camera, and how the colours are stored. */
function isMetadata(marker: number): boolean {
  return marker >= 0xe0 && marker <= 0xef;
}
