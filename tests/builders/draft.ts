import { wordingOf } from '../../src/language/wording.ts';
import { createDraft, type Draft } from '../../src/markdown/draft.ts';
import { GivenIds } from '../../src/markdown/given-ids.ts';
import { createAllocator } from '../../src/markdown/ids.ts';

/** What is known of an English text before it is parsed. */
export function englishDraft(): Draft {
  return createDraft({
    id: 'one',
    frontMatter: {},
    language: 'en',
    wording: { labels: wordingOf('en'), language: 'en', spaces: 'language' },
    ...createAllocator(),
    given: new GivenIds(),
    isShared: false,
  });
}
