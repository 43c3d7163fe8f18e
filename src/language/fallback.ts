import type { Language } from './language.ts';

/** What a gap is filled for; wording falls back to English, see wording.ts. */
type Filled = Exclude<keyof Language, 'variants' | 'wording'>;

/** What is done where a language has told nothing: the one place that fills gaps. */
export const fallback: { readonly [Field in Filled]: NonNullable<Language[Field]> } = {
  quotationMarks: { double: ['“', '”'], single: ['‘', '’'] },
  elisions: [],
  spaces: {},
  separators: { colon: ': ', comma: ', ', stop: '.', gap: ' ' },
  // Patterns are looked for under the tag of the language itself; see hyphenation.ts.
  hyphenation: false,
  digraphs: [],
  // ISO 6357 has the words on a spine run downwards.
  spine: 'down',
  ascii: {},
};
