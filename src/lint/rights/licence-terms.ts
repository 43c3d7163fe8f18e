import type { Licence } from '../../book/metadata.ts';

/** What a licence demands of those who use a work under it. */
export interface LicenceTerms {
  /** The SPDX id without the country of a ported version; the licence's name where it has none. */
  readonly key: string;
  readonly attribution: boolean;
  readonly nonCommercial: boolean;
  readonly noDerivatives: boolean;
  /** Whether adaptations must stand under the same licence. */
  readonly shareAlike: boolean;
}

/**
 * What a licence demands, known by its SPDX id, by its address at Creative Commons, or by its name
 * ("CC BY-NC 4.0", "Creative Commons Attribution-ShareAlike 3.0"); a licence not known demands nothing.
 *
 * @param licence the licence
 */
export function termsOf({ id, name, url }: Licence): LicenceTerms {
  const commons = creativeCommons(id ?? '') ?? creativeCommons(url ?? '') ?? creativeCommons(name);
  if (commons !== undefined) {
    const { elements, version } = commons;
    return {
      key: ['CC', 'BY', ...elements, ...(version === undefined ? [] : [version])].join('-'),
      attribution: true,
      nonCommercial: elements.includes('NC'),
      noDerivatives: elements.includes('ND'),
      shareAlike: elements.includes('SA'),
    };
  }
  const key = id ?? name;
  const copyleft = /^(?:GFDL|A?GPL|LGPL|LAL)-\d/.test(key);
  return {
    key,
    attribution: copyleft || attributing.test(key),
    nonCommercial: false,
    noDerivatives: false,
    shareAlike: copyleft,
  };
}

/** SPDX ids of other licences that ask for the author's name or copyright notice. */
const attributing = /^(?:MIT$|ISC$|(?:Apache|BSD|OFL|OGL-UK|etalab|ODC-By|ODbL|MPL|EPL|EUPL)-\d)/;

interface Conditions {
  /** In the order of Creative Commons since version 2.0. */
  readonly elements: ReadonlyArray<'NC' | 'ND' | 'SA'>;
  readonly version?: string;
}

const code = /(?:^|[\s/(])(?:CC[ -])?BY((?:-(?:NC|ND|SA))*)(?:[ /-](\d\.\d))?(?![a-z])/i;

function creativeCommons(text: string): Conditions | undefined {
  const version = /\b(\d\.\d)\b/.exec(text)?.[1];
  const short = code.exec(text);
  // Without its prefix "by" is a word of any sentence.
  if (short !== null && /\bCC[ -]BY|creativecommons\.org\/licenses\/by/i.test(text)) {
    const given = new Set((short[1] ?? '').toUpperCase().split('-'));
    return conditions((element) => given.has(element), short[2] ?? version);
  }
  if (!/\bCreative Commons\b.*\bAttribution\b|\bCC[ -]Attribution\b/i.test(text)) return undefined;
  const spelt = { NC: /non-?commercial/i, ND: /no-?deriv/i, SA: /share-?alike/i };
  return conditions((element) => spelt[element].test(text), version);
}

function conditions(has: (element: 'NC' | 'ND' | 'SA') => boolean, version: string | undefined): Conditions {
  const elements = (['NC', 'ND', 'SA'] as const).filter(has);
  return { elements, ...(version !== undefined && { version }) };
}
