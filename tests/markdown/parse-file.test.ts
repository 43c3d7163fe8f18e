import { expect, it } from 'vitest';
import { VFile } from 'vfile';
import { noShelf } from '../../src/book/shelf.ts';
import { wordingOf } from '../../src/language/wording.ts';
import { createDraft } from '../../src/markdown/draft.ts';
import { GivenIds } from '../../src/markdown/given-ids.ts';
import { createAllocator } from '../../src/markdown/ids.ts';
import { createReading, parseFile } from '../../src/markdown/parse-file.ts';

/** Parses a text with a plugin that does something; gives what is said of it. */
function parseWith(step: () => void): string[] {
  const file = new VFile({ path: 'one.md', value: 'A text.' });
  const draft = createDraft({
    id: 'one',
    frontMatter: {},
    language: 'en',
    wording: { labels: wordingOf('en'), language: 'en', spaces: 'language' },
    ...createAllocator(),
    given: new GivenIds(),
    isShared: false,
  });
  parseFile(file, draft, 'footnotes', createReading(noShelf, undefined, undefined, [() => () => step()]));
  return file.messages.map(({ ruleId }) => ruleId ?? '');
}

it('tells a stack that overflows from other faults of lengths and numbers', () => {
  const descend = (): number => descend() + 1;
  expect(parseWith(() => void descend())).toEqual(['too-deep']);
  expect(() => parseWith(() => void (1).toFixed(-1))).toThrow('toFixed');
  expect(() => parseWith(() => void 'a'.repeat(-1))).toThrow('Invalid count');
});
