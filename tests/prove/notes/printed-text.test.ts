import { describe, expect, it } from 'vitest';
import { compareText } from '../../../src/prove/notes/epub-text.ts';
import type { Passage } from '../../../src/prove/notes/passages.ts';
import { comparePrint } from '../../../src/prove/notes/printed-text.ts';

const text = (...texts: string[]): Passage[] => texts.map((each) => ({ kind: 'text', text: each }));
const cell = (each: string): Passage => ({ kind: 'cell', text: each });
const none: ReadonlySet<string> = new Set();

describe('comparePrint', () => {
  it('looks through hyphens at line ends, ligatures and small capitals', () => {
    expect(comparePrint(text('An efficient Harpooner'), 'An e\ufb03‐cient HARPOONER', none)).toBeUndefined();
  });

  it('lets numbers of lists stand between passages', () => {
    expect(comparePrint(text('one', 'two'), '1. one 2. two', none)).toBeUndefined();
  });

  it('finds what was painted after the rest, though its letters stand elsewhere too', () => {
    const raised: Passage[] = [...text('The 19'), { kind: 'raised', text: 'th' }, ...text(' century, then')];
    expect(comparePrint(raised, 'The 19 century, thenth', none)).toBeUndefined();
    expect(comparePrint(raised, 'The 19 century, then', none)).toEqual({ kind: 'missing', excerpt: 'th' });
  });

  it('does not take one text for two', () => {
    expect(comparePrint(text('Ibid.', 'Ibid.'), 'Ibid.', none)).toEqual({
      kind: 'missing',
      excerpt: 'Ibid.',
    });
  });

  it('finds cells that a page end tore apart', () => {
    const row = [cell('long cell of many words'), cell('another cell')];
    expect(comparePrint(row, 'long cell another of many words cell', none)).toBeUndefined();
    expect(comparePrint(row, 'long cell another of many words', none)).toEqual({
      kind: 'broken',
      after: 'another',
    });
  });

  it('counts the letters of scripts that are shaped, unknown shapes included', () => {
    expect(comparePrint(text('בראשית ברא'), 'ברא בראשית', none)).toBeUndefined();
    expect(comparePrint(text('بسم الله'), 'الله سم\0', none)).toBeUndefined();
    expect(comparePrint(text('بسم الله'), 'الله سم\u034F', none)).toBeUndefined();
    expect(comparePrint(text('بسم الله'), 'الله', none)).toEqual({ kind: 'missing', excerpt: 'بسم الله' });
  });

  it('does without characters no font has', () => {
    expect(comparePrint(text('A 𐎀 sign'), 'A sign', new Set('𐎀'))).toBeUndefined();
  });

  it('says where a text breaks off', () => {
    expect(comparePrint(text('To be, or not to be'), 'To be, or', none)).toEqual({
      kind: 'broken',
      after: 'To be, or',
    });
  });
});

describe('compareText', () => {
  it('takes spaces, soft hyphens and joiners for nothing', () => {
    expect(compareText(text('A long word', 'next'), 'A\nlong wo\u00adrd\u2060 next')).toBeUndefined();
  });

  it('lets anything stand where the manuscript is opaque, and only there', () => {
    const passages: Passage[] = [...text('Before'), { kind: 'opaque' }, ...text('after')];
    expect(compareText(passages, 'Before x2 after')).toBeUndefined();
    expect(compareText(text('Before', 'after'), 'Before x2 after')).toEqual({
      kind: 'missing',
      excerpt: 'after',
    });
  });

  it('tells what the manuscript does not have', () => {
    expect(compareText(text('All'), 'All and more')).toEqual({ kind: 'added', excerpt: 'andmore' });
  });
});
