import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { undated } from '../../../src/book/metadata.ts';
import { suggestDate } from '../../../src/build/editions/suggest-date.ts';
import { makeMetadata } from '../../builders/metadata.ts';

const dated = { file: new VFile(''), place: { line: 1, column: 1 } };

it('tells how to date a book that nothing dates, and nobody else', () => {
  expect(suggestDate(makeMetadata({ modified: undated }), { dated })).toContain(
    'state modified: in book.yaml',
  );
  expect(suggestDate(makeMetadata({ modified: undated }), {})).toBeUndefined();
  expect(suggestDate(makeMetadata({ modified: '2026-01-01T00:00:00Z' }), { dated })).toBeUndefined();
});
