import { describe, expect, test } from 'vitest';
import { patternsFor } from '../../src/language/hyphenation.ts';

describe('patternsFor', () => {
  test.each([
    ['en', 'en-us'],
    ['en-US', 'en-us'],
    ['en-GB', 'en-gb'],
    ['en-AU', 'en-gb'],
    ['en-ZA', 'en-us'],
    ['de', 'de-1996'],
    ['de-AT', 'de-1996'],
    ['de-1901', 'de-1901'],
    ['uk', 'uk'],
    ['uk-UA', 'uk'],
    ['fr-CA', 'fr'],
    ['pt-BR', 'pt'],
    ['el', 'el-monoton'],
    ['sr-Latn', 'sh-latn'],
    ['sr-Latn-RS', 'sh-latn'],
    ['de-CH', 'de-ch-1901'],
    ['de-CH-1901', 'de-ch-1901'],
    ['de-CH-1996', 'de-1996'],
    ['grc', 'grc'],
    ['la-x-classic', 'la-x-classic'],
  ])('sets %s by the patterns %s', (tag, name) => {
    const patterns = patternsFor(tag);
    expect(patterns?.name).toBe(name);
    expect(patterns?.load()).toHaveLength(3);
  });

  test.each(['ja', 'tlh', 'x-klingon', '', '../package', 'en/../../package'])('has none for "%s"', (tag) => {
    expect(patternsFor(tag)).toBeUndefined();
  });
});
