import type { PDFStream } from 'pdf-lib';
import { decodeStream } from '../../../pdf/streams.ts';

/** The header of an ICC profile (ISO 15076-1, 7.2), as far as it is judged. */
export interface ProfileHeader {
  readonly major: number;
  readonly minor: number;
  /** `prtr`, `mntr`, … */
  readonly deviceClass: string;
  readonly space: string;
  readonly components: number | undefined;
}

const componentsOf: Readonly<Record<string, number>> = { GRAY: 1, 'RGB ': 3, 'Lab ': 3, CMYK: 4 };

/** The header; undefined where the bytes are no ICC profile. */
export function readProfileHeader(bytes: Uint8Array): ProfileHeader | undefined {
  const text = (start: number): string => Buffer.from(bytes.subarray(start, start + 4)).toString('latin1');
  if (bytes.length < 132 || text(36) !== 'acsp') return undefined;
  return {
    major: bytes[8] ?? 0,
    minor: (bytes[9] ?? 0) >> 4,
    deviceClass: text(12),
    space: text(16).trim(),
    components: componentsOf[text(16)],
  };
}

/** Why PDF/X-4 does not take a profile: it knows ICC up to version 4.2 (ISO 15930-7, 2). */
export function profileFault(header: ProfileHeader | undefined): string | undefined {
  if (header === undefined) return 'is no ICC profile';
  if (header.major > 4 || (header.major === 4 && header.minor > 2))
    return `is of ICC version ${header.major}.${header.minor}, newer than the 4.2 presses know`;
  return undefined;
}

/** Tells of each profile of a file what is wrong with it; each is read once. */
export function profileJudge(): (profile: PDFStream) => string | undefined {
  const known = new Map<PDFStream, string | undefined>();
  return (profile) => {
    if (!known.has(profile)) known.set(profile, faultIn(profile));
    return known.get(profile);
  };
}

function faultIn(profile: PDFStream): string | undefined {
  try {
    return profileFault(readProfileHeader(decodeStream(profile).bytes));
  } catch {
    return 'cannot be unpacked';
  }
}
