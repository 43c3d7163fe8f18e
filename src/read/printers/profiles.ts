import { readFile } from 'node:fs/promises';
import { limits } from '../../book/limits.ts';
import type { ColourProfile, PressProfiles } from '../../book/profile.ts';
import { separatedFor, type Printing } from '../../book/printer.ts';
import { report } from '../../book/messages/messages.ts';
import type { BookYaml } from '../book-yaml/book-yaml.ts';
import { iccFacts, type IccFacts } from '../../pdf/icc-profile.ts';
import { readSafely } from '../files/safe-file.ts';
import { faultInWords } from '../files/text-file.ts';

const folder = new URL('templates/profiles/', import.meta.resolve('colophon/package.json'));

/** The press profiles that come with Colophon, with the names the registry of the ICC has for them. */
const own = {
  coated: { identifier: 'FOGRA39', condition: 'Offset printing, coated paper, ISO 12647-2:2004' },
  uncoated: { identifier: 'FOGRA29', condition: 'Offset printing, uncoated white paper, ISO 12647-2:2004' },
} as const;

const largest = limits['profile-size'].most;

/** The newest version that PDF 1.6 and with it PDF/X-4 knows. */
const newest = 4.2;

/**
 * The profiles of the press edition: of the press that `print.profile` names, by default one that
 * prints on uncoated paper, as most books are, and sRGB.
 *
 * @param root the real path of the manuscript folder
 * @param book book.yaml; what is wrong with a profile is reported there
 * @returns undefined where the profile is not fit for use
 */
export async function readProfiles(
  root: string,
  book: Pick<BookYaml, 'file' | 'metadata' | 'places'>,
): Promise<PressProfiles | undefined> {
  const name = book.metadata.print.profile ?? 'uncoated';
  const output = isOwn(name) ? await readOwn(name) : await readGiven(root, name);
  if (typeof output !== 'string') {
    const cover = isOwn(name) ? await readOwn('coated') : output;
    return { output, cover, source: await readFile(new URL('srgb.icc', folder)) };
  }
  const reason = `The colour profile "${name}" ${output}`;
  report(book.file, 'colour-profile', reason, book.places.valueAt(['print', 'profile']));
  return undefined;
}

/** The profiles, with what a printer whom the book names asks of colours besides. */
export function forPrinter(
  profiles: PressProfiles | undefined,
  { printer, chosen }: Pick<Printing, 'printer' | 'chosen'>,
): PressProfiles | undefined {
  const separated = chosen ? separatedFor(printer) : undefined;
  return profiles && separated ? { ...profiles, separated } : profiles;
}

function isOwn(name: string): name is keyof typeof own {
  return Object.hasOwn(own, name);
}

async function readOwn(name: keyof typeof own): Promise<ColourProfile> {
  return { ...own[name], bytes: await readFile(new URL(`${name}.icc`, folder)) };
}

/** The profile, or what is wrong with it. */
async function readGiven(root: string, path: string): Promise<ColourProfile | string> {
  const { bytes, fault } = await readSafely(root, path, largest);
  if (fault !== undefined) return faultInWords(fault);
  const facts = iccFacts(bytes);
  const description = facts.description || path;
  return faultOf(facts) ?? { identifier: 'Custom', condition: description, bytes };
}

function faultOf({ isProfile, deviceClass, space, version }: IccFacts): string | undefined {
  if (!isProfile) return 'is not an ICC profile';
  if (deviceClass !== 'prtr') return 'is not that of a printing press';
  if (space !== 'CMYK') return `is for ${space.trim()} colours, not for CMYK`;
  return version > newest ? `has version ${version}, which PDF/X-4 does not take` : undefined;
}
