import { describe, expect, it } from 'vitest';
import { compareText } from '../../../src/prove/notes/epub-text.ts';
import type { Passage } from '../../../src/prove/text/passages.ts';

const text = (...texts: string[]): Passage[] => texts.map((each) => ({ kind: 'text', text: each }));

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
