import { percentDecoded } from './percent-decoded.ts';

/**
 * A path as authors write it in one spelling, so that equal names are equal: percent-decoded, with
 * forward slashes, accented letters composed (Unicode normalization form C). Macs store the names of
 * files decomposed, Windows shows paths with backslashes.
 *
 * @param written a path of an address, without query and fragment
 */
export function filePath(written: string): string {
  return onePathSpelling(percentDecoded(written));
}

/** A path that is not percent-encoded in that same spelling. */
export function onePathSpelling(path: string): string {
  return path.replaceAll('\\', '/').normalize('NFC');
}
