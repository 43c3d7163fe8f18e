import { describe, expect, test } from 'vitest';
import { messagesOf, type Message } from '../../src/book/messages/messages.ts';
import { checkGlyphs } from '../../src/lint/glyphs.ts';
import { makeBook } from '../builders/book.ts';
import { makeSection } from '../builders/hast-book.ts';

function placeAndReason({ file, line, column, reason }: Message): [string, string] {
  return [`${file}:${line}:${column}`, reason];
}

describe('checkGlyphs', () => {
  test('reports each character once, where it first stands', () => {
    const one = makeSection('one', '<p>A word of\nChinese, 中文, <em>and 中 again</em></p>');
    const two = makeSection('two', '<p>Also 文 and 𠀀</p>');
    checkGlyphs(makeBook({ body: [one, two] }), new Set(['𠀀', '文', '中']));
    expect(messagesOf([one.file, two.file]).map(placeAndReason)).toEqual([
      ['one.md:2:10', 'No font of the book has the character 中 (U+4E2D)'],
      ['one.md:2:11', 'No font of the book has the character 文 (U+6587)'],
      ['two.md:1:15', 'No font of the book has the character 𠀀 (U+20000)'],
    ]);
  });

  test('warns under its own rule, and says what to do', () => {
    const one = makeSection('one', '<p>中</p>');
    checkGlyphs(makeBook({ body: [one] }), new Set(['中']));
    expect(messagesOf([one.file])).toEqual([
      {
        file: 'one.md',
        line: 1,
        column: 4,
        severity: 'warning',
        rule: 'glyph-missing',
        reason: 'No font of the book has the character 中 (U+4E2D)',
        hint: 'Add a font that has the character in fonts/ and name it in theme.css.',
      },
    ]);
  });

  test('falls back on the beginning of a text that spells the character otherwise', () => {
    const one = makeSection('one', '<p>\nplain <b>so &#x4E2D;</b></p>');
    checkGlyphs(makeBook({ body: [one] }), new Set(['中']));
    expect(messagesOf([one.file])).toMatchObject([{ line: 2, column: 10 }]);
  });

  test('says nothing where every character has a glyph', () => {
    const one = makeSection('one', '<p>中</p>');
    checkGlyphs(makeBook({ body: [one] }), new Set());
    expect(one.file.messages).toEqual([]);
  });
});
