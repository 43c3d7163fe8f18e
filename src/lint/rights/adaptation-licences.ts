import type { LicenceTerms } from '../../book/licence.ts';
import { dictionary } from '../../book/dictionary.ts';

/** Versions of the licences of Creative Commons, in order. */
const versions = ['1.0', '2.0', '2.5', '3.0', '4.0'];

/**
 * Other licences under which an adaptation may stand. Creative Commons names those for BY-SA 4.0
 * at https://creativecommons.org/compatiblelicenses; the Free Art License 1.3 returns it in its
 * section 5. "Or later" is the licensor's to grant: who adapts may choose among the versions.
 */
const others = dictionary<ReadonlyArray<string>>({
  'CC-BY-SA-4.0': ['LAL-1.3', 'GPL-3.0-only'],
  'LAL-1.3': ['CC-BY-SA-4.0'],
  'GFDL-1.1-or-later': [
    'GFDL-1.1-only',
    'GFDL-1.2-only',
    'GFDL-1.2-or-later',
    'GFDL-1.3-only',
    'GFDL-1.3-or-later',
  ],
  'GFDL-1.2-or-later': ['GFDL-1.2-only', 'GFDL-1.3-only', 'GFDL-1.3-or-later'],
  'GFDL-1.3-or-later': ['GFDL-1.3-only'],
  'GPL-2.0-or-later': ['GPL-2.0-only', 'GPL-3.0-only', 'GPL-3.0-or-later'],
  'GPL-3.0-or-later': ['GPL-3.0-only'],
});

/**
 * The licences under which an adaptation of a share-alike work may stand: the same one, from
 * version 2.0 of Creative Commons on a later version with the same elements (BY-SA 2.0, 4(b);
 * 4.0, 3(b)(1)), and those it calls compatible.
 *
 * @param terms those of the licence of the work
 */
export function adaptationLicences({ key, commons }: LicenceTerms): ReadonlySet<string> {
  const from = versions.indexOf(commons?.version ?? '');
  const stem = ['CC', ...(commons?.conditions ?? [])].join('-');
  const later = from < 1 ? [] : versions.slice(from).map((version) => `${stem}-${version}`);
  return new Set([key, ...later, ...(others[key] ?? [])]);
}
