import { licenceOf, type Licence } from '../../book/licence.ts';
import { creativeCommons, type KnownLicence } from './creative-commons.ts';
import { Fault } from './fault.ts';
import { didYouMean } from '../../book/nearest.ts';

const gnu = 'https://www.gnu.org/licenses';
const osi = 'https://opensource.org/license';

/** The licences books, pictures and code are published under, by SPDX identifier (https://spdx.org/licenses). */
const licences: ReadonlyArray<KnownLicence> = [
  ...creativeCommons,
  {
    id: 'LAL-1.2',
    name: 'Licence Art Libre 1.2',
    url: 'https://artlibre.org/licence/lal/licence-art-libre-12/',
  },
  { id: 'LAL-1.3', name: 'Licence Art Libre 1.3', url: 'https://artlibre.org/licence/lal/' },
  ...versionsOf('GFDL', 'GNU Free Documentation License', {
    '1.3': `${gnu}/fdl-1.3.html`,
    '1.2': `${gnu}/old-licenses/fdl-1.2.html`,
    '1.1': `${gnu}/old-licenses/fdl-1.1.html`,
  }),
  ...versionsOf('GPL', 'GNU General Public License', {
    '3.0': `${gnu}/gpl-3.0.html`,
    '2.0': `${gnu}/old-licenses/gpl-2.0.html`,
  }),
  ...versionsOf('LGPL', 'GNU Lesser General Public License', {
    '3.0': `${gnu}/lgpl-3.0.html`,
    '2.1': `${gnu}/old-licenses/lgpl-2.1.html`,
  }),
  ...versionsOf('AGPL', 'GNU Affero General Public License', { '3.0': `${gnu}/agpl-3.0.html` }),
  { id: 'MIT', name: 'MIT License', url: `${osi}/mit` },
  { id: 'MIT-0', name: 'MIT No Attribution', url: `${osi}/mit-0` },
  { id: 'Apache-2.0', name: 'Apache License 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  { id: 'BSD-2-Clause', name: 'BSD 2-Clause “Simplified” License', url: `${osi}/bsd-2-clause` },
  { id: 'BSD-3-Clause', name: 'BSD 3-Clause “New” or “Revised” License', url: `${osi}/bsd-3-clause` },
  { id: '0BSD', name: 'BSD Zero Clause License', url: `${osi}/0bsd` },
  { id: 'ISC', name: 'ISC License', url: `${osi}/isc-license-txt` },
  { id: 'MPL-2.0', name: 'Mozilla Public License 2.0', url: 'https://www.mozilla.org/MPL/2.0/' },
  { id: 'EPL-2.0', name: 'Eclipse Public License 2.0', url: 'https://www.eclipse.org/legal/epl-2.0/' },
  { id: 'EUPL-1.2', name: 'European Union Public Licence 1.2', url: `${osi}/eupl-1-2` },
  { id: 'Unlicense', name: 'The Unlicense', url: 'https://unlicense.org/' },
  { id: 'OFL-1.1', name: 'SIL Open Font License 1.1', url: 'https://openfontlicense.org/' },
  {
    id: 'OGL-UK-3.0',
    name: 'Open Government Licence v3.0',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
  {
    id: 'etalab-2.0',
    name: 'Licence Ouverte 2.0',
    url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  },
  {
    id: 'ODbL-1.0',
    name: 'Open Data Commons Open Database License 1.0',
    url: 'https://opendatacommons.org/licenses/odbl/1-0/',
  },
  {
    id: 'ODC-By-1.0',
    name: 'Open Data Commons Attribution License 1.0',
    url: 'https://opendatacommons.org/licenses/by/1-0/',
  },
  {
    id: 'PDDL-1.0',
    name: 'Open Data Commons Public Domain Dedication and License 1.0',
    url: 'https://opendatacommons.org/licenses/pddl/1-0/',
  },
];

/** Each version of a GNU licence, alone and with the later ones. */
function versionsOf(
  code: string,
  name: string,
  addresses: Readonly<Record<string, string>>,
): Array<KnownLicence> {
  return Object.entries(addresses).flatMap(([version, url]) => [
    { id: `${code}-${version}-only`, name: `${name}, version ${version}`, url },
    { id: `${code}-${version}-or-later`, name: `${name}, version ${version} or later`, url },
  ]);
}

/**
 * A licence with its name and address.
 *
 * @param text an SPDX identifier, in any letter case and with blanks for hyphens (`CC BY 4.0`), its name, or the address of a
 * Creative Commons licence
 */
export function parseLicence(text: string): Licence | Fault {
  const known =
    licences.find(({ id, name }) => [id, name].some((each) => spelled(each) === spelled(text))) ??
    licenceAt(text);
  if (known !== undefined) return licenceOf(known);
  const near = didYouMean(
    text,
    licences.map((licence) => licence.id),
  );
  return new Fault(`"${text}" is no licence known here`, {
    hint: near ?? 'Use an SPDX id such as CC-BY-4.0 or CC0-1.0, or write { name: …, url: … }.',
  });
}

/** A licence without what is spelled in several ways. */
function spelled(licence: string): string {
  return licence
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-');
}

/**
 * The Creative Commons licence at an address, however its deed or legal code is spelled.
 *
 * @param url an address, with or without its protocol and the last step
 */
export function licenceAt(url: string | undefined): KnownLicence | undefined {
  const address = /^(?:https?:\/\/)?(?:www\.)?(creativecommons\.org\/[\w./-]+)$/i.exec(url ?? '')?.[1];
  if (address === undefined) return undefined;
  const plain = `https://${address.toLowerCase().replace(/\/(?:(?:deed|legalcode)(?:\.[\w-]+)?)?$/, '')}/`;
  return creativeCommons.find((licence) => licence.url === plain);
}
