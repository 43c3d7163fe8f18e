import { describe, expect, it } from 'vitest';
import { staysInside } from '../../../src/book/addresses/stays-inside.ts';

describe('staysInside', () => {
  it.each([
    'a.png',
    './a.png',
    'images/a b.png',
    'a/../b.png',
    '100%.png',
    '..a/b',
    '..md',
    '%2e%2e.md',
    'a%2Fb.png',
    'a/%2e%2e/b.png',
  ])('accepts %s', (path) => {
    expect(staysInside(path)).toBe(true);
  });

  it.each([
    '',
    '.',
    '/etc/passwd',
    '../a.png',
    'a/../../b.png',
    'images/../..',
    'C:\\a.png',
    'a\\..\\b.png',
    'file:///etc/passwd',
    'https://example.org/a.png',
    '%2e%2e/a.png',
    'a/%2E./..%5Cb.png',
    'a%2F..%2F%2e%2e%2fb.png',
    'a\0.png',
  ])('refuses %j', (path) => {
    expect(staysInside(path)).toBe(false);
  });
});
