/** A condition of the licences of Creative Commons. */
export type Condition = 'BY' | 'NC' | 'ND' | 'SA';

/** What a licence demands of those who use a work under it. */
export interface LicenceTerms {
  /** The SPDX id without the country of a ported version; the licence's name where it has none. */
  readonly key: string;
  readonly attribution: boolean;
  readonly nonCommercial: boolean;
  readonly noDerivatives: boolean;
  /** Whether adaptations must stand under the same licence. */
  readonly shareAlike: boolean;
  /** Where it is a licence of Creative Commons. */
  readonly commons?: Commons;
  /** Where it is none, but gives the work to everybody: CC0, or the Public Domain Mark. */
  readonly publicDomain?: 'waived' | 'marked';
}

/** A licence of Creative Commons. */
export interface Commons {
  /** In their order since version 2.0. */
  readonly conditions: ReadonlyArray<Condition>;
  readonly version?: string;
  /** Whether it is adapted to the law of a country. */
  readonly ported: boolean;
}

export interface Licence {
  /** SPDX id where there is one. */
  readonly id?: string;
  readonly name: string;
  readonly url?: string;
  readonly terms: LicenceTerms;
}

/**
 * A licence and what it demands, known by its SPDX id, by its address at Creative Commons, or by its
 * name ("CC BY-NC 4.0", "Creative Commons Attribution-ShareAlike 3.0"); one not known demands nothing.
 *
 * @param licence as written
 */
export function licenceOf(licence: Omit<Licence, 'terms'>): Licence {
  return { ...licence, terms: termsOf(licence) };
}

function termsOf({ id, name, url }: Omit<Licence, 'terms'>): LicenceTerms {
  const commons = creativeCommons(id ?? '') ?? creativeCommons(url ?? '') ?? creativeCommons(name);
  if (commons !== undefined) {
    const { conditions, version } = commons;
    return {
      key: ['CC', ...conditions, ...(version === undefined ? [] : [version])].join('-'),
      attribution: true,
      nonCommercial: conditions.includes('NC'),
      noDerivatives: conditions.includes('ND'),
      shareAlike: conditions.includes('SA'),
      commons,
    };
  }
  const key = id ?? name;
  const copyleft = /^(?:GFDL|A?GPL|LGPL|LAL)-\d/.test(key);
  const publicDomain = id === undefined ? undefined : publicDomains.get(id);
  return {
    key,
    attribution: copyleft || attributing.test(key),
    nonCommercial: false,
    noDerivatives: false,
    shareAlike: copyleft,
    ...(publicDomain !== undefined && { publicDomain }),
  };
}

const publicDomains: ReadonlyMap<string, 'waived' | 'marked'> = new Map([
  ['CC0-1.0', 'waived'],
  ['CC-PDM-1.0', 'marked'],
]);

/** SPDX ids of other licences that ask for the author's name or copyright notice. */
const attributing = /^(?:MIT$|ISC$|(?:Apache|BSD|OFL|OGL-UK|etalab|ODC-By|ODbL|MPL|EPL|EUPL)-\d)/;

const code = /(?:^|[\s/(])(?:CC[ -])?BY((?:-(?:NC|ND|SA))*)(?:[ /-](\d\.\d))?(?![a-z])/i;

function creativeCommons(text: string): Commons | undefined {
  const version = /\b(\d\.\d)\b/.exec(text)?.[1];
  // Behind the version an id has the country, an address that or the word "deed".
  const ported = /\d\.\d[-/](?!deed|legalcode)[a-z]{2}/i.test(text);
  const short = code.exec(text);
  // Without its prefix "by" is a word of any sentence.
  if (short !== null && /\bCC[ -]BY|creativecommons\.org\/licenses\/by/i.test(text)) {
    const given = new Set((short[1] ?? '').toUpperCase().split('-'));
    return commonsOf((condition) => given.has(condition), short[2] ?? version, ported);
  }
  if (!/\bCreative Commons\b.*\bAttribution\b|\bCC[ -]Attribution\b/i.test(text)) return undefined;
  const spelt = { NC: /non-?commercial/i, ND: /no-?deriv/i, SA: /share-?alike/i };
  return commonsOf((condition) => spelt[condition].test(text), version, ported);
}

function commonsOf(
  has: (condition: 'NC' | 'ND' | 'SA') => boolean,
  version: string | undefined,
  ported: boolean,
): Commons {
  const conditions = ['BY', ...(['NC', 'ND', 'SA'] as const).filter(has)] as const;
  return { conditions, ported, ...(version !== undefined && { version }) };
}
