import { describe, expect, test } from 'vitest';
import { quotedCharacters } from '../../../src/lint/rights/quoted-characters.ts';
import { firstNode } from './findings.ts';

describe('quotedCharacters', () => {
  test.each([
    ['spaces and punctuation', 'Two words.', 10],
    ['code points, not units', '𝄞 and 😀', 7],
    ['an accent typed as a mark of its own', 'cafe\u0301', 4],
    ['letters in markup', '*One* **two** `three` [four](https://example.org)', 18],
    ['a line break as one', 'one\ntwo', 7],
    ['a hard break as one', 'one\\\ntwo', 7],
    ['white space in a row as one', 'one   two', 7],
    ['the gap between paragraphs as one', 'one\n\ntwo', 7],
    ['list items and their gaps', '- one\n- two', 7],
    ['cells and their gaps', '| a | b |\n|---|---|\n| c | d |', 7],
    ['no note marks', 'one[^n] two', 7],
    ['no invisible characters', 'hy\u00ADphen\u200Bated\u2060', 10],
    ['no tags', 'one <b>two</b> &amp; <i class="x">three</i>', 15],
    ['the text of HTML in blocks', '<p>one &amp; two</p>', 9],
    ['no descriptions of images', 'one ![A harbour](a.jpg)', 3],
    ['no attribution', 'one\n\n::attribution[Somebody, *Somewhere*]', 3],
    ['the ellipsis as one', 'one…', 4],
  ])('counts %s', (_what, markdown, expected) => {
    expect(quotedCharacters(firstNode(`:::quote{source=k}\n${markdown}\n:::\n\n[^n]: Text.\n`))).toBe(
      expected,
    );
  });
});
