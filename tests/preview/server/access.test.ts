import { describe, expect, it } from 'vitest';
import { isForUs, isOwnRequest, isSame, newToken } from '../../../src/preview/server/access.ts';

describe('a token', () => {
  it('is long, fits into an address and never the same', () => {
    expect(newToken()).toMatch(/^[\w-]{32}$/);
    expect(newToken()).not.toBe(newToken());
  });

  it.each([
    ['abc', 'abc', true],
    ['abc', 'abd', false],
    ['', 'abc', false],
    ['abcd', 'abc', false],
  ])('%s for %s: %s', (given, expected, same) => {
    expect(isSame(given, expected)).toBe(same);
  });
});

describe('a request', () => {
  it.each([
    ['127.0.0.1:4000', true],
    ['localhost:4000', true],
    ['[::1]:4000', true],
    ['192.168.1.7:4000', true],
    ['desk.lan:4000', true],
    ['DESK.LAN:4000', true],
    ['127.0.0.1:4001', false],
    ['127.0.0.1', false],
    ['evil.example:4000', false],
    ['localhost.evil.example:4000', false],
    ['127.0.0.1.evil.example:4000', false],
    ['', false],
  ])('for %s is for us: %s', (host, isOurs) => {
    expect(isForUs({ headers: { host } }, 'desk.lan', 4000)).toBe(isOurs);
  });

  it.each([
    [undefined, true],
    ['none', true],
    ['same-origin', true],
    ['same-site', false],
    ['cross-site', false],
  ])('of a site that is %s is our own: %s', (site, isOurs) => {
    expect(isOwnRequest({ headers: site === undefined ? {} : { 'sec-fetch-site': site } })).toBe(isOurs);
  });
});
