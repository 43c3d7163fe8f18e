import { expect, it } from 'vitest';
import { bookFacts } from '../../../src/emit/report/book-facts.ts';
import { makeMetadata } from '../../builders/metadata.ts';

it('tells what is known, in words that can be read', () => {
  const fonts = ['EBGaramond_400Regular_Italic.ttf', 'NotoSansMath_400Regular.ttf', 'My-Font.woff2'];
  const facts = new Map(bookFacts(makeMetadata({}), { pages: 1212, spine: 72, fonts }));
  expect(facts.get('Pages')).toBe('1,212');
  expect(facts.get('Spine')).toBe('25.4 mm');
  expect(facts.get('Fonts')).toBe('EB Garamond Regular Italic, Noto Sans Math Regular, My-Font');
  expect([...facts.keys()]).not.toContain('Words');
});
