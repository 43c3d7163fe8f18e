import { expect, it } from 'vitest';
import { VFile } from 'vfile';
import { noShelf } from '../../src/book/shelf.ts';
import { createReading, parseFile } from '../../src/markdown/parse-file.ts';
import { englishDraft } from '../builders/draft.ts';

/** Parses a text with a plugin that does something; gives what is said of it. */
function parseWith(step: () => void): string[] {
  const file = new VFile({ path: 'one.md', value: 'A text.' });
  const draft = englishDraft();
  parseFile(file, draft, 'footnotes', createReading(noShelf, undefined, undefined, [() => () => step()]));
  return file.messages.map(({ ruleId }) => ruleId ?? '');
}

it('tells a stack that overflows from other faults of lengths and numbers', () => {
  const descend = (): number => descend() + 1;
  expect(parseWith(() => void descend())).toEqual(['too-deep']);
  expect(() => parseWith(() => void (1).toFixed(-1))).toThrow('toFixed');
  expect(() => parseWith(() => void 'a'.repeat(-1))).toThrow('Invalid count');
});
