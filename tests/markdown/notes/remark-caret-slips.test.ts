import { describe, expect, it } from 'vitest';
import { parseText } from '../tree.ts';

function told(text: string) {
  return parseText(text).messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`);
}

const before = 'is no mark of a note: its caret stands before the bracket';
const without = 'is no mark of a note: it has not two square brackets around it';
const behind = 'is no mark of a note: its caret stands behind the label';

describe('remarkCaretSlips', () => {
  it('tells once of carets before the bracket, in the text and before the notes', () => {
    expect(told('One^[1] two^[2].\n\n^[1]: Text.\n\n^[2]: Text.')).toEqual([
      `3:4 ^[1] ${before}; next one.md:3:12, one.md:5:1, one.md:7:1`,
    ]);
  });

  it.each([
    ['One^[1].\n\n[^1]: Text.', `3:4 ^[1] ${before}`],
    ['One[^1].\n\n^[1]: Text.', `5:1 ^[1] ${before}`],
    ['One^[ship].\n\n[^ship]: Text.', `3:4 ^[ship] ${before}`],
    ['One[1^].\n\n[1^]: Text of it.', `3:4 [1^] ${behind}; next one.md:5:1`],
    ['One[1^].\n\n[^1]: Text.', `3:4 [1^] ${behind}`],
    ['One[^1].\n\n[1^]: Text of it.', `5:1 [1^] ${behind}`],
    ['One(^1).\n\n[^1]: Text.', `3:4 (^1) ${without}`],
    ['A claim.(^1) Another(^2).', `3:9 (^1) ${without}; next one.md:3:21`],
    ['“A claim.”[^1) And so.', `3:11 [^1) ${without}`],
    ['One{^ship}.\n\n[^ship]: Text.', `3:4 {^ship} ${without}`],
    ['One[^1), two[^1[.\n\n[^1]: Text.', `3:4 [^1) ${without}; next one.md:3:13`],
    ['One[^1 and two.\n\n[^1]: Text.', `3:4 [^1 ${without}`],
    ['One[1^].\n\n[1^]: https://e.org', `3:4 [1^] ${behind}; next one.md:5:1`],
  ])('tells of the slip alone, not of what comes of it: %j', (text, message) => {
    expect(told(text)).toEqual([message]);
  });

  it('leaves notes in place, code and escaped brackets alone', () => {
    expect(told('One.^[Ibid.] Two^[see 1] `^[1]` `[1^]` \\[2^] x^[ibid] and [a^].')).toEqual([]);
    expect(told('Five m(^2), ten km(^2), x(^2) and \\(^2) and 10(^3).')).toEqual([]);
  });
});
