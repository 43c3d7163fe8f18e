import { latin1, viewOf } from '../../files/bytes.ts';

const orientationTag = 0x0112;
const placeTag = 0x8825;
const short = 3;

/**
 * What a record of Exif says of turning the picture and whether it says where it was taken
 * (Exif 2.32, sections 4.5.2 and 4.6).
 *
 * @param record from its TIFF header on; one that cannot be read says nothing
 */
export function exifOf(record: Uint8Array): { readonly orientation: number; readonly hasPlace: boolean } {
  const facts = { orientation: 1, hasPlace: false };
  const isLittle = latin1(record, 0, 4) === 'II*\0';
  if ((!isLittle && latin1(record, 0, 4) !== 'MM\0*') || record.length < 10) return facts;
  const view = viewOf(record);
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > record.length) return facts;
  const entries = view.getUint16(directory, isLittle);
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + 12 * index;
    if (entry + 12 > record.length) break;
    const tag = view.getUint16(entry, isLittle);
    if (tag === placeTag) facts.hasPlace = true;
    if (tag !== orientationTag || view.getUint16(entry + 2, isLittle) !== short) continue;
    const value = view.getUint16(entry + 8, isLittle);
    if (value >= 1 && value <= 8) facts.orientation = value;
  }
  return facts;
}

/** A record of Exif that says how a picture is to be turned and nothing else. */
export function orientationAlone(orientation: number): Uint8Array {
  const record = Buffer.alloc(26);
  record.write('II*\0', 'latin1');
  record.writeUInt32LE(8, 4);
  record.writeUInt16LE(1, 8);
  record.writeUInt16LE(orientationTag, 10);
  record.writeUInt16LE(short, 12);
  record.writeUInt32LE(1, 14);
  record.writeUInt16LE(orientation, 18);
  return record;
}
