import { expect, test } from 'vitest';
import { alternatives } from '../../src/book/alternatives.ts';

test('words to choose from', () => {
  expect(alternatives(['true', 'false'])).toBe('true or false');
  expect(alternatives(['epub', 'pdf', 'press'])).toBe('epub, pdf or press');
});
