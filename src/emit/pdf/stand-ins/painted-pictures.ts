import { createHash } from 'node:crypto';
import type { Bytes } from '../../../book/bytes.ts';
import { nameIn as nameOf, Reference } from '../../../pdf/content/operand.ts';
import { readCrossReferences } from '../../../pdf/file/cross-references.ts';
import { FileBytes } from '../../../pdf/file/file-bytes.ts';
import { streamHead } from '../../../pdf/file/stream.ts';
import { headLength, nameIn } from './stand-in.ts';

/** What a print shows of pictures. */
export interface PaintedPictures {
  /** The names of the stand-ins that are in it as they are. */
  readonly standIns: ReadonlySet<string>;
  /** Whether there are other pictures too: a browser may have made them of stand-ins. */
  readonly hasOthers: boolean;
  /** Of all in it but the pixels of the stand-ins and the time of day. */
  readonly hash: string;
}

/**
 * The pictures in what Chrome printed.
 *
 * @throws FileError where it cannot be read
 */
export function paintedPictures(pdf: Bytes): PaintedPictures {
  const file = new FileBytes(pdf);
  const { places, trailer } = readCrossReferences(file);
  const information = trailer.get('Info');
  const objects = [...places]
    .flatMap(([object, place]) => ('offset' in place ? [{ object, offset: place.offset }] : []))
    .toSorted((one, other) => one.offset - other.offset);
  const standIns = new Set<string>();
  const hash = createHash('sha256');
  let hasOthers = false;
  objects.forEach(({ object, offset }, index) => {
    if (information instanceof Reference && information.object === object) return;
    const end = objects[index + 1]?.offset ?? file.length;
    const head = streamHead(file, offset);
    const isImage = nameOf(head?.dictionary.get('Subtype')) === 'Image';
    const name =
      isImage && head !== undefined ? nameIn(file.part(head.start, head.start + headLength)) : undefined;
    if (name !== undefined) standIns.add(name);
    else if (isImage) hasOthers = true;
    hash.update(file.part(offset, name === undefined || head === undefined ? end : head.start + headLength));
  });
  return { standIns, hasOthers, hash: hash.digest('hex') };
}
