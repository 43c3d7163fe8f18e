import type { Licence } from '../../book/licence.ts';
import { dictionary } from '../../book/dictionary.ts';

/** A licence with an SPDX id. */
export type KnownLicence = Required<Omit<Licence, 'terms'>>;

const home = 'https://creativecommons.org';

const conditions: ReadonlyArray<readonly [string, string]> = [
  ['BY', 'Attribution'],
  ['BY-SA', 'Attribution-ShareAlike'],
  ['BY-ND', 'Attribution-NoDerivatives'],
  ['BY-NC', 'Attribution-NonCommercial'],
  ['BY-NC-SA', 'Attribution-NonCommercial-ShareAlike'],
  ['BY-NC-ND', 'Attribution-NonCommercial-NoDerivatives'],
];

const versions: ReadonlyArray<readonly [string, string]> = [
  ['4.0', 'International'],
  ['3.0', 'Unported'],
  ['2.5', 'Generic'],
  ['2.0', 'Generic'],
  ['1.0', 'Generic'],
];

/** The licences adapted to a law that have SPDX ids, and what follows the version in their names. */
const ports: ReadonlyArray<readonly [string, string, ReadonlyArray<string>]> = [
  ['3.0', 'IGO', ['BY', 'BY-SA', 'BY-NC-ND', 'BY-NC-SA']],
  ['3.0', 'Germany', ['BY', 'BY-SA', 'BY-ND', 'BY-NC', 'BY-NC-SA', 'BY-NC-ND']],
  ['3.0', 'Austria', ['BY', 'BY-SA']],
  ['3.0', 'Australia', ['BY']],
  ['3.0', 'Netherlands', ['BY']],
  ['3.0', 'United States', ['BY']],
  ['2.5', 'Australia', ['BY']],
  ['2.0', 'Germany', ['BY-NC-SA']],
  ['2.0', 'France', ['BY-NC-SA']],
  ['2.0', 'England and Wales', ['BY-SA', 'BY-NC-SA']],
];

/** The ends of their SPDX ids, which are also the last steps of their addresses in lower case. */
const countries = dictionary<string>({
  IGO: 'IGO',
  Germany: 'DE',
  Austria: 'AT',
  Australia: 'AU',
  Netherlands: 'NL',
  'United States': 'US',
  France: 'FR',
  'England and Wales': 'UK',
});

/** The Creative Commons licences and marks by SPDX id, under the names their deeds carry. */
export const creativeCommons: ReadonlyArray<KnownLicence> = [
  ...versions.flatMap(([version, reach]) =>
    conditions.map(([code]) => ({
      id: `CC-${code}-${version}`,
      name: `${nameOf(code, version)} ${reach}`,
      url: `${home}/licenses/${stepOf(code, version)}/${version}/`,
    })),
  ),
  ...ports.flatMap(([version, country, codes]) =>
    codes.map((code) => ({
      id: `CC-${code}-${version}-${countries[country]}`,
      name: `${nameOf(code, version)} ${country}`,
      url: `${home}/licenses/${stepOf(code, version)}/${version}/${countries[country]?.toLowerCase()}/`,
    })),
  ),
  { id: 'CC0-1.0', name: 'CC0 1.0 Universal', url: `${home}/publicdomain/zero/1.0/` },
  { id: 'CC-PDM-1.0', name: 'Public Domain Mark 1.0', url: `${home}/publicdomain/mark/1.0/` },
];

function nameOf(code: string, version: string): string {
  const terms = conditions.find(([each]) => each === code)?.[1] ?? '';
  const named = version === '4.0' ? terms : terms.replace('NoDerivatives', 'NoDerivs');
  return `Creative Commons ${inOrder(named, version)} ${version}`;
}

function stepOf(code: string, version: string): string {
  return inOrder(code, version).toLowerCase();
}

/** In version 1.0 NoDerivs stands before NonCommercial. */
function inOrder(terms: string, version: string): string {
  return version === '1.0' ? terms.replace(/-(NC|NonCommercial)-(ND|NoDerivs)$/, '-$2-$1') : terms;
}
