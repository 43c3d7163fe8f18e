import type { Licence } from '../book/metadata.ts';
import { Fault } from './fault.ts';
import { didYouMean } from './nearest.ts';

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
];

const gnu = 'https://www.gnu.org/licenses';

/** The licences books are published under, by SPDX identifier (https://spdx.org/licenses). */
const licences: ReadonlyArray<Required<Licence>> = [
  ...versions.flatMap(([version, reach]) =>
    conditions.map(([code, name]) => ({
      id: `CC-${code}-${version}`,
      name: `Creative Commons ${name} ${version} ${reach}`,
      url: `https://creativecommons.org/licenses/${code.toLowerCase()}/${version}/`,
    })),
  ),
  {
    id: 'CC0-1.0',
    name: 'CC0 1.0 Universal',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
  {
    id: 'CC-PDM-1.0',
    name: 'Public Domain Mark 1.0',
    url: 'https://creativecommons.org/publicdomain/mark/1.0/',
  },
  { id: 'LAL-1.3', name: 'Licence Art Libre 1.3', url: 'https://artlibre.org/licence/lal/' },
  { id: 'MIT', name: 'MIT License', url: 'https://opensource.org/license/mit' },
  { id: 'Apache-2.0', name: 'Apache License 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  {
    id: 'GFDL-1.3-only',
    name: 'GNU Free Documentation License, version 1.3',
    url: `${gnu}/fdl-1.3.html`,
  },
  {
    id: 'GFDL-1.3-or-later',
    name: 'GNU Free Documentation License, version 1.3 or later',
    url: `${gnu}/fdl-1.3.html`,
  },
  { id: 'GPL-3.0-only', name: 'GNU General Public License, version 3', url: `${gnu}/gpl-3.0.html` },
  {
    id: 'GPL-3.0-or-later',
    name: 'GNU General Public License, version 3 or later',
    url: `${gnu}/gpl-3.0.html`,
  },
];

/**
 * A licence with its name and address.
 *
 * @param text an SPDX identifier, in any letter case
 */
export function parseLicence(text: string): Licence | Fault {
  const known = licences.find((licence) => licence.id.toLowerCase() === text.toLowerCase());
  if (known !== undefined) return known;
  const near = didYouMean(
    text,
    licences.map((licence) => licence.id),
  );
  return new Fault(`"${text}" is no licence known here`, {
    hint: near ?? 'Use an SPDX id such as CC-BY-4.0 or CC0-1.0, or write { name: …, url: … }.',
  });
}
