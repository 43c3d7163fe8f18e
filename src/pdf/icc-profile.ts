/** What the header of an ICC profile says, as far as a press asks. */
export interface IccFacts {
  readonly isProfile: boolean;
  /** Four letters, `prtr` for a press. */
  readonly deviceClass: string;
  /** Four letters, `CMYK` or `RGB `. */
  readonly space: string;
  /** Major and minor, as 2.4. */
  readonly version: number;
  readonly description: string;
}

/**
 * What an ICC profile says of itself (ICC.1:2010, 7.2 and 9.2.41).
 *
 * @param bytes the file
 */
export function iccFacts(bytes: Uint8Array): IccFacts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isProfile =
    file.length >= 132 &&
    file.toString('latin1', 36, 40) === 'acsp' &&
    // Some writers pad the file, none may cut it short.
    file.readUInt32BE(0) <= file.length;
  if (!isProfile) return { isProfile, deviceClass: '', space: '', version: 0, description: '' };
  return {
    isProfile,
    deviceClass: file.toString('latin1', 12, 16),
    space: file.toString('latin1', 16, 20),
    version: file.readUInt8(8) + (file.readUInt8(9) >> 4) / 10,
    description: descriptionOf(file),
  };
}

/** Red, green and blue of sRGB as profiles state them, adapted to D50 (IEC 61966-2-1). */
const sRgb = [
  ['rXYZ', [0.4361, 0.2225, 0.0139]],
  ['gXYZ', [0.3851, 0.7169, 0.0971]],
  ['bXYZ', [0.1431, 0.0606, 0.7141]],
] as const;

/** By how much profiles of the same colours differ. */
const closeness = 0.01;

/**
 * Whether colours with a profile are those of any screen: sRGB, or greys.
 *
 * @param bytes the profile
 */
export function hasColoursOfScreens(bytes: Uint8Array): boolean {
  const { isProfile, space } = iccFacts(bytes);
  // Nobody can go by what is no profile.
  if (!isProfile || space === 'GRAY') return true;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return sRgb.every(([name, wanted]) => {
    const tag = tagOf(file, name);
    if (tag === undefined || tag.length < 20) return false;
    return wanted.every(
      (value, index) => Math.abs(tag.readInt32BE(8 + 4 * index) / 65_536 - value) < closeness,
    );
  });
}

function descriptionOf(file: Buffer): string {
  const tag = tagOf(file, 'desc');
  if (tag === undefined || tag.length < 28) return '';
  const type = tag.toString('latin1', 0, 4);
  if (type === 'desc') return cleaned(tag.toString('latin1', 12, 12 + tag.readUInt32BE(8)));
  if (type !== 'mluc') return '';
  const [length, offset] = [tag.readUInt32BE(20), tag.readUInt32BE(24)];
  return cleaned(
    Buffer.from(tag.subarray(offset, offset + (length & ~1)))
      .swap16()
      .toString('utf16le'),
  );
}

function tagOf(file: Buffer, wanted: string): Buffer | undefined {
  const count = Math.min(file.readUInt32BE(128), Math.floor((file.length - 132) / 12));
  for (let index = 0; index < count; index++) {
    const entry = 132 + 12 * index;
    if (file.toString('latin1', entry, entry + 4) !== wanted) continue;
    const offset = file.readUInt32BE(entry + 4);
    return file.subarray(offset, offset + file.readUInt32BE(entry + 8));
  }
  return undefined;
}

function cleaned(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '').trim();
}
