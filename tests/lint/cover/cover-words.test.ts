import { expect, it } from 'vitest';
import { checkCoverWords } from '../../../src/lint/cover/cover-words.ts';
import { coverSource, messages } from '../../builders/cover-source.ts';

it('reports words without room and characters without a font', () => {
  const source = coverSource();
  checkCoverWords(source, { overflowing: ['spine', 'back'], missing: new Set(['\u{12000}']) });
  expect(messages(source)).toMatchObject([
    { line: 2, rule: 'glyph-missing', reason: 'No font of the cover has the character 𒀀 (U+12000)' },
    { line: 3, rule: 'cover-text', severity: 'error' },
    { line: 4, rule: 'cover-text', hint: 'Give the spine shorter words under `cover: { spine: … }`.' },
  ]);
});

it('has nothing to say of a cover that holds all', () => {
  const source = coverSource();
  checkCoverWords(source, { overflowing: [], missing: new Set() });
  expect(messages(source)).toEqual([]);
});
