import { describe, expect, it } from 'vitest';
import { coverAlternative, coverWords } from '../../../src/emit/cover/cover-words.ts';
import { makeMetadata } from '../../builders/metadata.ts';
import { wordingOf } from '../../../src/language/wording.ts';

const english = wordingOf('en');

describe('coverWords', () => {
  it('joins the authors in the manner of the language', () => {
    const contributors = [
      { name: 'Ilse Bing', role: 'aut' },
      { name: 'Ada Roe', role: 'aut' },
      { name: 'Tom Fox', role: 'trl' },
    ];
    const words = coverWords(makeMetadata({ contributors, language: 'de' }), wordingOf('de'));
    expect(words.author).toBe('Ilse Bing und Ada Roe');
    expect(words.translator).toContain('Tom Fox');
  });

  it('says what editors did where there is no author', () => {
    const metadata = makeMetadata({ contributors: [{ name: 'Ada Roe', role: 'edt' }] });
    expect(coverWords(metadata, english).author).toBe('Edited by Ada Roe');
  });

  it('takes the back from the description unless the cover has a text of its own', () => {
    const description = 'One.\n\n Two. ';
    expect(coverWords(makeMetadata({ description }), english).back).toEqual(['One.', 'Two.']);
    const own = makeMetadata({ description, cover: { back: ['Own.'] } });
    expect(coverWords(own, english).back).toEqual(['Own.']);
    expect(coverWords(makeMetadata(), english).back).toEqual([]);
  });
});

describe('coverAlternative', () => {
  it('says what the cover says', () => {
    const contributors = [{ name: 'Ada Roe', role: 'aut' }];
    const metadata = makeMetadata({ title: 'Why Whales?', subtitle: 'A Study', contributors });
    expect(coverAlternative(metadata, english)).toBe('Cover. Why Whales? A Study. Ada Roe');
    expect(coverAlternative(makeMetadata({ language: 'ja', title: '鯨' }), wordingOf('ja'))).toBe('表紙。鯨');
  });
});
