import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { severityIn } from '../../../src/book/messages/severity-in.ts';

it('what leaves a text of another program as it was typed is a warning there alone', () => {
  const ours = new VFile('a');
  const theirs = new VFile('a');
  theirs.data.origin = { lines: [1] };
  expect(severityIn(ours, 'math-syntax', 'error')).toBe('error');
  expect(severityIn(theirs, 'math-syntax', 'error')).toBe('warning');
  expect(severityIn(theirs, 'too-deep', 'error')).toBe('error');
});
