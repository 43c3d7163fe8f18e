import { describe, expect, it } from 'vitest';
import { parseRelator } from '../../../src/read/values/relators.ts';

describe('parseRelator', () => {
  it.each([
    ['author', 'aut'],
    ['trl', 'trl'],
    ['Translator', 'trl'],
    ['cover designer', 'cov'],
    ['author of introduction', 'aui'],
  ])('knows %s', (text, code) => {
    expect(parseRelator(text)).toBe(code);
  });

  it('suggests the role that was meant', () => {
    expect(parseRelator('ilustrator')).toMatchObject({
      rule: 'config-value',
      hint: 'Did you mean "illustrator"?',
    });
  });
});
