import { describe, expect, it } from 'vitest';
import { unicodeTexts } from '../../../src/pdf/text/unicode-ranges.ts';

const texts = (cmap: string): Record<number, string> => Object.fromEntries(unicodeTexts(Buffer.from(cmap)));

describe('unicodeTexts', () => {
  it('reads characters and ranges', () => {
    const cmap = '1 beginbfchar <01> <0041> endbfchar 1 beginbfrange <02> <03> <0042> endbfrange';
    expect(texts(cmap)).toEqual({ 1: 'A', 2: 'B', 3: 'C' });
  });

  it('reads lists without an end once', () => {
    expect(texts('beginbfchar '.repeat(300_000))).toEqual({});
    expect(texts('1 beginbfchar <01> <0041> 1 beginbfrange <02> <02> <0042> endbfrange')).toEqual({
      1: 'A',
      2: 'B',
    });
  });
});
