import type { PDFStream } from 'pdf-lib';
import { iccFacts, type IccFacts } from '../../../pdf/icc-profile.ts';
import { decodedBytes } from '../../../pdf/streams.ts';

/** Why PDF/X-4 does not take a profile: it knows ICC up to version 4.2 (ISO 15930-7, 2). */
export function profileFault({ isProfile, version }: IccFacts): string | undefined {
  if (!isProfile) return 'is no ICC profile';
  return version > 4.2
    ? `is of ICC version ${version.toFixed(1)}, newer than the 4.2 presses know`
    : undefined;
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
  const bytes = decodedBytes(profile);
  return bytes === undefined ? 'cannot be unpacked' : profileFault(iccFacts(bytes));
}
