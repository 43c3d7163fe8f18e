import { describe, expect, it } from 'vitest';
import { parseText } from '../tree.ts';

function found(text: string): string[] {
  return parseText(text).messages.map(({ rule, line, column }) => `${line}:${column} ${rule}`);
}

describe('remarkSuspectNumbers', () => {
  it('reports every number in brackets in the text, at its place', () => {
    expect(found('One[3] *two [4, 5]*\nthree[6-8].\n\n> x [9]')).toEqual([
      '3:4 note-bracketed',
      '3:13 note-bracketed',
      '4:6 note-bracketed',
      '6:5 note-bracketed',
    ]);
  });

  it('reports links to notes of a word processor', () => {
    expect(found('One[[1]](#_ftn1).')).toContain('3:4 note-bracketed');
  });

  it('tells once of marks and their notes, which one setting reads', () => {
    expect(found('One.[1] Two.[2]\n\n[1] A.\n\n[2] B.')).toEqual(['3:5 note-bracketed']);
  });

  it('leaves years, code, formulas, links and escaped brackets alone', () => {
    expect(
      found(
        '[1984] `a[1]` $a[1]$ [[1]](https://e.org) [1](https://e.org) \\[1\\] \\[1] [1]{.x} [^1]\n\n[^1]: x',
      ).filter((message) => message.endsWith('note-bracketed')),
    ).toEqual(['3:73 note-bracketed']);
    expect(found('[1] as [a][1]\n\n[1]: https://e.org')).toEqual([]);
  });
});
