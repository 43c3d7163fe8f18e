import { describe, expect, it } from 'vitest';
import { ruleSeverities } from '../../../src/read/book-yaml/rules-schema.ts';

describe('rules: of book.yaml', () => {
  it('sets how grave breaches are', () => {
    const given = {
      'image-alt': 'error',
      'link-target': 'off',
      'note-undefined': 'error',
      'rights-link': 'info',
    };
    expect(ruleSeverities.parse(given)).toEqual(given);
  });

  it.each([
    [{ 'text-lost': 'off' }, 'error'],
    [{ 'image-alt': 'none' }, 'error, warning, info or off'],
  ])('refuses %j', (given, accepted) => {
    const { error } = ruleSeverities.safeParse(given);
    expect(error?.issues.map(({ message }) => message)).toEqual([accepted]);
  });

  it('knows every rule and no other', () => {
    expect(ruleSeverities.safeParse({ 'image-allt': 'off' }).success).toBe(false);
  });
});
