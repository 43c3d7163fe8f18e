import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { languageCodes } from '../../src/emit/onix/language-codes.ts';
import { joinNames } from '../../src/language/formats.ts';
import { patternsFor } from '../../src/language/hyphenation.ts';
import { canonicalTag, scriptOf } from '../../src/language/tag.ts';
import { dataOf, languages } from './languages.ts';

const pair = z.tuple([z.string().min(1), z.string().min(1)]);
const words = z.array(z.string().regex(/^\S+$/)).readonly();
const knowledge = z.strictObject({
  quotationMarks: z.strictObject({ double: pair, single: pair }).nullable(),
  elisions: z.array(z.string().regex(/^\p{L}+$/u)).nullable(),
  spaces: z
    .strictObject({
      beforePunctuation: z.strictObject({
        narrow: z.string().regex(/^[;:!?]*$/),
        wide: z.string().regex(/^[;:!?]*$/),
      }),
      thousands: z.boolean(),
      oneLetterWords: z.string().regex(/^\p{L}+$/u),
      abbreviations: z.tuple([words, words]),
      units: words,
      beforeNumber: words,
      beforeName: words,
      months: words,
      monthFirst: z.boolean(),
    })
    .partial()
    .nullable(),
  separators: z
    .strictObject({ colon: z.string(), comma: z.string(), stop: z.string(), gap: z.string() })
    .nullable(),
  hyphenation: z.union([z.string(), z.literal(false)]).nullable(),
  digraphs: z.array(z.string().regex(/^\p{Ll}{2,3}$/u)).nullable(),
  spine: z.enum(['down', 'up', 'upright']).nullable(),
  ascii: z.record(z.string().regex(/^[^A-Z\x00-\x7F]$/u), z.string().regex(/^[a-z]*$/)).nullable(),
});
const wording = z.record(z.string(), z.unknown());
const file = z.strictObject({
  ...knowledge.shape,
  variants: z.record(z.string(), knowledge.extend({ wording }).partial()),
  wording: wording.nullable(),
});

describe.each(languages)('the file of %s', (language) => {
  const data = dataOf(language);

  it('has every field and no other', () => {
    expect(file.safeParse(data).error?.issues ?? []).toEqual([]);
  });

  it('names patterns that are there', () => {
    const named = Object.entries({ ...data.variants, [language]: data })
      .map(([tag, { hyphenation }]) => [tag, hyphenation] as const)
      .filter(([, name]) => name !== undefined && name !== null);
    const found = named.map(([tag]) => [tag, patternsFor(tag)?.name ?? false]);
    expect(found).toEqual(named);
  });

  it('has variants of this language', () => {
    const strange = Object.keys(data.variants).filter(
      (tag) => canonicalTag(tag) !== tag || !tag.startsWith(`${language}-`),
    );
    expect(strange).toEqual([]);
  });

  it('is of a language that CLDR and ONIX know', () => {
    expect(canonicalTag(language)).toBe(language);
    expect(scriptOf(language)).toBeDefined();
    expect(Intl.ListFormat.supportedLocalesOf(language)).toEqual([language]);
    expect(joinNames(['A', 'B'], language)).toMatch(/^A.+B$/);
    expect(languageCodes(language).language).not.toBe('mis');
  });

  it('lists longer digraphs before those they begin with', () => {
    const digraphs = data.digraphs ?? [];
    const late = digraphs.filter((each, index) =>
      digraphs.slice(0, index).some((earlier) => each.startsWith(earlier)),
    );
    expect(late).toEqual([]);
  });
});
