import { describe, expect, it } from 'vitest';
import { stepped } from './translated.ts';
import { kindsOf, linesOf } from '../../../../src/read/sources/dialects/lines.ts';

describe('a line that would take minutes to look through', () => {
  it.each([
    ['signs that open', '![a '.repeat(20_000)],
    ['blanks', `a${' '.repeat(6000)}b`],
    ['letters', 'a'.repeat(6000)],
    ['a fence with a long name', `\`\`\`{r ${'a '.repeat(20_000)}{`.repeat(20)],
  ])('stays as typed: %s', (_, text) => {
    expect(kindsOf(linesOf(`Text.\n${text}\nMore.`))).toEqual(['prose', 'code', 'prose']);
  });

  it('is no long paragraph, and none with a picture in it', () => {
    const picture = `![a](data:image/png;base64,${'aB3+/'.repeat(20_000)})`;
    const text = `${'[words](a.md) and `code`, '.repeat(300)}\n${picture}`;
    expect(kindsOf(linesOf(text))).toEqual(['prose', 'prose']);
  });

  it.each(['![', '![a](', '![a](x) '])('is not looked through for images either: %s', async (sign) => {
    const text = sign.repeat(200_000).trim();
    expect(await stepped(text, 'images')).toBe(text);
  });

  it('is no rule of a table: blanks beside a bar', async () => {
    const text = `a|${'\t'.repeat(300_000)}b`;
    expect(await stepped(text, 'table-captions')).toBe(text);
  });

  it.each(['{{#include ', '{{#include a'])('holds no include that never ends: %s', async (sign) => {
    const text = sign.repeat(100_000).trim();
    expect(await stepped(text, 'mdbook-includes')).toBe(text);
  });
});
