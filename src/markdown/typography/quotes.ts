import { noBreakBindings, type Binding } from './no-break-spaces.ts';

/** The quotation marks of a language, with the spaces that belong to them. */
export interface QuotationMarks {
  /** For the straight double quote. */
  readonly double: readonly [open: string, close: string];
  /** For the straight single quote. */
  readonly single: readonly [open: string, close: string];
}

const thin = '\u202f';

const high: QuotationMarks = { double: ['“', '”'], single: ['‘', '’'] };
const lowHigh: QuotationMarks = { double: ['„', '“'], single: ['‚', '‘'] };
const guillemets: QuotationMarks = { double: ['«', '»'], single: ['“', '”'] };
const slavic: QuotationMarks = { double: ['«', '»'], single: ['„', '“'] };
const nordic: QuotationMarks = { double: ['”', '”'], single: ['’', '’'] };
const polish: QuotationMarks = { double: ['„', '”'], single: ['‚', '’'] };

const byLanguage: Readonly<Record<string, QuotationMarks>> = {
  en: high,
  be: slavic,
  bg: lowHigh,
  ca: guillemets,
  cs: lowHigh,
  da: { double: ['»', '«'], single: ['›', '‹'] },
  de: lowHigh,
  'de-ch': { double: ['«', '»'], single: ['‹', '›'] },
  'de-li': { double: ['«', '»'], single: ['‹', '›'] },
  el: guillemets,
  es: guillemets,
  'es-mx': high,
  et: { double: ['„', '“'], single: ['„', '“'] },
  fi: nordic,
  fr: { double: [`«${thin}`, `${thin}»`], single: ['“', '”'] },
  'fr-ch': { double: ['«', '»'], single: ['‹', '›'] },
  hr: polish,
  hu: { double: ['„', '”'], single: ['»', '«'] },
  is: lowHigh,
  it: guillemets,
  lt: lowHigh,
  lv: { double: ['“', '”'], single: ['‘', '’'] },
  nb: { double: ['«', '»'], single: ['‘', '’'] },
  nl: high,
  nn: { double: ['«', '»'], single: ['‘', '’'] },
  no: { double: ['«', '»'], single: ['‘', '’'] },
  pl: polish,
  pt: high,
  'pt-pt': guillemets,
  ro: { double: ['„', '”'], single: ['«', '»'] },
  ru: slavic,
  sk: lowHigh,
  sl: lowHigh,
  sr: { double: ['„', '“'], single: ['‘', '’'] },
  sv: nordic,
  tr: high,
  uk: slavic,
};

/** Words that begin with an apostrophe, as they stand after it. */
const elisionsByLanguage: Readonly<Record<string, RegExp>> = {
  en: /^(?:tis|twas|twere|twill|twould|tisnt|twasnt|em|til|till|cause|bout|round|n|ere|gainst|neath|mid|mongst|pon|cos|cuz|fore|nother|tween|kay|sblood|ware|scuse|struth)(?![\p{L}\p{N}])/iu,
  de: /^(?:s|n|ne|nen|nem|ner|m|ran|rauf|raus|rein|runter|rum|rüber)(?![\p{L}\p{N}])/iu,
  nl: /^(?:t|s|n|m|k|r|ns)(?![\p{L}\p{N}])/iu,
};

/** The rules of a language for straight quotes. */
export interface PunctuationRules extends QuotationMarks {
  readonly elisions?: RegExp;
  /** Whether ; : ! ? stand after a space that must not break. */
  readonly spacedPunctuation: boolean;
  /** Where no line may end in running text. */
  readonly bindings: ReadonlyArray<Binding>;
}

/**
 * The rules of a language; those of English for a language not in the table.
 *
 * @param language BCP 47
 */
export function punctuationRules(language: string): PunctuationRules {
  const tag = language.toLowerCase();
  const primary = tag.split('-')[0] ?? tag;
  const elisions = elisionsByLanguage[primary];
  return {
    ...(byLanguage[tag] ?? byLanguage[primary] ?? high),
    ...(elisions ? { elisions } : {}),
    spacedPunctuation: primary === 'fr',
    bindings: noBreakBindings(language),
  };
}
