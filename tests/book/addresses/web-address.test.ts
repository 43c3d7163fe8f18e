import { describe, expect, it } from 'vitest';
import { judgeAddress } from '../../../src/book/addresses/web-address.ts';

describe('an address that leads out of the book', () => {
  it.each([
    'https://example.org',
    'https://example.org/a/b?c=d&e#f',
    'HTTP://Example.org/Path',
    'https://user:secret@example.org:8080/',
    'https://example.org/caf%C3%A9',
    'https://example.org/café',
    'https://1.2.3.4/',
    'mailto:jane@example.org',
    'mailto:jane@example.org,joe@example.org?subject=Hello%20there',
    'mailto:?subject=Hello',
    'tel:+44-20-7946-0000',
  ])('stays as it is: %s', (written) => {
    expect(judgeAddress(written)).toEqual({ address: written.replace(/^HTTP/, 'http') });
  });

  it.each([
    ['https://müller.de/straße', 'https://xn--mller-kva.de/straße'],
    ['https://m%C3%BCller.de', 'https://xn--mller-kva.de'],
    ['https://日本.jp:81/', 'https://xn--wgv71a.jp:81/'],
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['https://example.org/[1]|{x}^`\\', 'https://example.org/%5B1%5D%7C%7Bx%7D%5E%60%5C'],
    ['https://example.org/%zz%', 'https://example.org/%25zz%25'],
    ['https://example.org/#a#b', 'https://example.org/#a%23b'],
    [' https://example.org ', 'https://example.org'],
    ['mailto: jane@example.org', 'mailto:jane@example.org'],
    ['mailto:jane@example.org?subject=a b', 'mailto:jane@example.org?subject=a%20b'],
    ['tel:+44 (0)20 7946 0000', 'tel:+44-(0)20-7946-0000'],
  ])('gets the form files can hold: %s', (written, address) => {
    expect(judgeAddress(written)).toEqual({ address });
  });

  it.each([
    ['https:example.org', 'Is https://example.org meant?'],
    ['http:/a/', 'Is http://a/ meant?'],
    ['https:///example.org', 'Is https://example.org meant?'],
    ['https://', 'Write the name of the site behind https://.'],
    ['https:', 'Write the name of the site behind https://.'],
    ['http://?x', 'Write the name of the site behind http://.'],
    ['https://ex ample.org/', 'Write the name of the site behind https://.'],
    ['https://a@b@c/', 'Copy the address again.'],
    ['https://example..org/', 'Copy the address again.'],
    ['https://example.org:99999/', 'Copy the address again.'],
    ['https://example.org:port/', 'Copy the address again.'],
    ['https://[::1', 'Copy the address again.'],
    ['mailto:', 'Write mailto:name@example.org.'],
    ['mailto:jane', 'Write mailto:name@example.org.'],
    ['mailto:a b@c', 'Write mailto:name@example.org.'],
    ['tel:', 'Write tel:+44-20-7946-0000.'],
    ['tel:call me', 'Write tel:+44-20-7946-0000.'],
  ])('is none: %s', (written, hint) => {
    expect(judgeAddress(written)).toEqual({
      fault: expect.stringContaining(`"${written}"`),
      hint: `${hint} Until then the text of the link stands without it.`,
    });
  });
});
