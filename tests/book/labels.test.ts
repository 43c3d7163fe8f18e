import { describe, expect, test } from 'vitest';
import { fill } from '../../src/book/labels.ts';

describe('fill', () => {
  test('replaces each placeholder by its value', () => {
    expect(fill('Back to citation {index} of note {number}', { index: 2, number: '17' })).toBe(
      'Back to citation 2 of note 17',
    );
  });

  test('replaces a placeholder wherever it stands, and empty values too', () => {
    expect(fill('{a}{b}{a}', { a: 'x', b: '' })).toBe('xx');
    expect(fill('{n}', { n: 0 })).toBe('0');
  });

  test('keeps a placeholder without a value', () => {
    expect(fill('By {names}', { name: 'Ann' })).toBe('By {names}');
  });

  test('leaves braces and dollars in values alone', () => {
    expect(fill('By {names}', { names: '{x} $& $1' })).toBe('By {x} $& $1');
  });
});
