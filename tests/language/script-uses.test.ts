import { expect, test } from 'vitest';
import { scriptUses } from '../../src/language/script-uses.ts';
import { makeBook } from '../builders/book.ts';
import { makeSection } from '../builders/hast-book.ts';

/** The scripts of a book, with their characters and languages. */
function usesOf(html: string, language = 'en'): Record<string, readonly [string, string]> {
  const book = makeBook({ body: [makeSection('one', html, { untitled: true })] }, { language });
  return Object.fromEntries(
    [...scriptUses(book)].map(([script, { characters, languages }]) => [
      script,
      [[...characters].join(''), [...languages].join(' ')],
    ]),
  );
}

test('a book in Latin, Greek and Cyrillic letters uses no script with a face of its own', () => {
  expect(usesOf('<p>Call me Ishmael “—” α ж ☃ 🚀</p>')).toEqual({});
});

test('a script is used in a language that is written in it, or by itself', () => {
  expect(usesOf('<p>नदी</p>', 'hi')).toEqual({ Deva: ['नदी', 'hi'] });
  expect(usesOf('<p>A word: नदी</p>')).toEqual({ Deva: ['नदी', ''] });
});

test('the language decides whose Chinese characters they are', () => {
  expect(usesOf('<p>港</p><p lang="zh-TW">港</p><p lang="ko">港</p>', 'ja')).toEqual({
    Hant: ['港', 'zh-TW'],
    Jpan: ['港', 'ja'],
    Kore: ['港', 'ko'],
  });
  expect(usesOf('<p lang="en">港</p><p>波</p>', 'ja')).toEqual({ Jpan: ['港波', 'ja'] });
  expect(usesOf('<p>港</p>')).toEqual({ Hans: ['港', ''] });
  expect(usesOf('<p>港</p><p>の</p>')).toEqual({ Jpan: ['の港', ''] });
});
