import { describe, expect, test } from 'vitest';
import { messagesOf, type Message } from '../../src/book/messages/messages.ts';
import type { Section, Hast } from '../../src/book/book.ts';
import { scriptUses } from '../../src/language/script-uses.ts';
import { checkGlyphs } from '../../src/lint/glyphs.ts';
import { makeBook } from '../builders/book.ts';
import { makeSection } from '../builders/hast-book.ts';

/** What is said of a book whose fonts lack some characters. */
function check(body: Array<Section<Hast>>, missing: Iterable<string>, language = 'en'): Message[] {
  const book = makeBook({ body }, { language });
  checkGlyphs(book, new Set(missing), scriptUses(book));
  return messagesOf(body.map(({ file }) => file));
}

function placeAndReason({ file, line, column, rule, reason }: Message): string[] {
  return [`${file}:${line}:${column}`, rule, reason];
}

describe('checkGlyphs', () => {
  test('reports the characters of a kind together, with the places where each first stands', () => {
    const one = makeSection('one', '<p>A word of\nChinese, 中文, <em>and 中 again</em></p>');
    const two = makeSection('two', '<p>Also 文 and 𠀀, ☃</p>');
    expect(check([one, two], '𠀀文中☃').map(placeAndReason)).toEqual([
      [
        'one.md:2:10',
        'glyph-missing',
        'No font of the book has 3 characters: 中 (U+4E2D), 文 (U+6587), 𠀀 (U+20000); next one.md:2:11, two.md:1:15',
      ],
      ['two.md:1:19', 'glyph-missing', 'No font of the book has the character ☃ (U+2603)'],
    ]);
  });

  test('names five characters and three further places', () => {
    const one = makeSection('one', '<p>ᚠ ᚢ ᚦ</p><p>ᚨ ᚱ ᚲ</p>');
    const [message] = check([one], 'ᚠᚢᚦᚨᚱᚲ');
    expect(message?.reason).toBe(
      'No font of the book has 6 characters: ᚠ (U+16A0), ᚢ (U+16A2), ᚦ (U+16A6), ᚨ (U+16A8), ᚱ (U+16B1) …; next one.md:1:6, one.md:1:8, one.md:1:16 …',
    );
  });

  test('warns under its own rule, and says what to do', () => {
    const [message] = check([makeSection('one', '<p>☃</p>')], '☃');
    expect(message).toEqual({
      file: 'one.md',
      line: 1,
      column: 4,
      severity: 'warning',
      rule: 'glyph-missing',
      reason: 'No font of the book has the character ☃ (U+2603)',
      hint: 'Add a font that has the character in fonts/ and name it in theme.css.',
    });
  });

  test('is an error where a language has no face, which says what brings one', () => {
    const one = makeSection('one', '<p>港の朝。</p><p>風と波。</p>', { language: 'ja' });
    expect(check([one], '港の朝。風と波')).toEqual([
      {
        file: 'one.md',
        line: 1,
        column: 4,
        severity: 'error',
        rule: 'face-missing',
        reason:
          'No font at hand has the Japanese script: 8 characters would be blank (港 の 朝 。 風 …); next one.md:1:15',
        hint: 'Run `npm install @expo-google-fonts/noto-serif-jp` in the manuscript folder, or put a font into fonts/ and name it in theme.css.',
      },
    ]);
  });

  test('is an error where most of a text would be blank, whatever its language', () => {
    const one = makeSection('one', '<p>河边的书店开在老街上</p>');
    const [message] = check([one], '河边的书店开在老街上');
    expect(message).toMatchObject({
      rule: 'face-missing',
      reason: expect.stringContaining('simplified Chinese'),
    });
    expect(message?.hint).toContain('name that: :lang[…]{ja}');
    const runes = makeSection('two', '<p>ᚠᚢᚦᚨᚱᚲᚷᚹᚺ</p>');
    expect(check([runes], 'ᚠᚢᚦᚨᚱᚲᚷᚹᚺ')).toMatchObject([
      { rule: 'face-missing', reason: expect.stringContaining('the letters of this text: 9 characters') },
    ]);
  });

  test('takes Chinese characters beside Japanese letters for Japanese', () => {
    const one = makeSection('one', '<p>The sign 港 and the letters かな</p>');
    expect(check([one], '港かな')).toMatchObject([{ hint: expect.stringContaining('noto-serif-jp') }]);
  });

  test('falls back on the beginning of a text that spells the character otherwise', () => {
    const one = makeSection('one', '<p>\nplain <b>so &#x4E2D;</b></p>');
    expect(check([one], '中')).toMatchObject([{ line: 2, column: 10 }]);
  });

  test('says nothing where every character has a glyph', () => {
    const one = makeSection('one', '<p>中</p>');
    expect(check([one], [])).toEqual([]);
  });
});
