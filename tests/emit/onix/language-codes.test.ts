import { expect, it } from 'vitest';
import { languageCodes } from '../../../src/emit/onix/language-codes.ts';

it.each([
  ['en', { language: 'eng' }],
  ['de-AT', { language: 'ger', country: 'AT' }],
  ['zh-Hant-TW', { language: 'chi', country: 'TW', script: 'Hant' }],
  ['sr-Cyrl', { language: 'srp', script: 'Cyrl' }],
  ['es-419', { language: 'spa' }],
  ['grc', { language: 'grc' }],
  ['he', { language: 'heb' }],
  ['bar', { language: 'mis' }],
  ['en-QQ', { language: 'eng' }],
])('%s', (tag, codes) => {
  expect(languageCodes(tag)).toEqual(codes);
});
