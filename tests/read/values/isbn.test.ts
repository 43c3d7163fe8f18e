import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/read/values/fault.ts';
import { parseIsbn } from '../../../src/read/values/isbn.ts';

describe('parseIsbn', () => {
  it.each([
    ['978-0-306-40615-7', '9780306406157'],
    ['9780306406157', '9780306406157'],
    ['ISBN 978 0 306 40615 7', '9780306406157'],
    ['urn:isbn:9780306406157', '9780306406157'],
    ['0-306-40615-2', '9780306406157'],
    ['0-8044-2957-x', '9780804429573'],
    ['979-10-90636-07-1', '9791090636071'],
  ])('reads %s', (text, digits) => {
    expect(parseIsbn(text)).toBe(digits);
  });

  it.each([
    ['978-0-306-40615-8', 'isbn-checksum', ': 7 is expected'],
    ['0-306-40615-3', 'isbn-checksum', ': 2 is expected'],
    ['0-8044-2957-1', 'isbn-checksum', ': X is expected'],
    ['978-0-306-4061', 'config-value', 'no ISBN'],
    ['977-0-306-40615-7', 'config-value', 'no ISBN'],
    ['979-0-2600-0043-8', 'config-value', 'ISMN'],
  ])('refuses %s', (text, rule, reason) => {
    const fault = parseIsbn(text);
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({ rule, reason: expect.stringContaining(reason) });
  });

  it.each(['978–0–306–40615–7', '978 0306 40615 7', 'ISBN:9780306406157', 'ISBN-13: 978\u20110306406157'])(
    'sees through the spelling of %s',
    (text) => {
      expect(parseIsbn(text)).toBe('9780306406157');
    },
  );

  describe.each(['9780306406157', '9791090636071', '0306406152', '080442957X'])('for %s', (isbn) => {
    const digits = isbn.split('');
    // The prefix tells an ISBN from other numbers: another one is no ISBN at all.
    const places = [...digits.keys()].slice(isbn.length === 13 ? 3 : 0);
    const isMusic = (text: string): boolean => text.startsWith('9790');

    it('finds every digit that is wrong, and names the check digit that would fit', () => {
      const wrong = places.flatMap((place) =>
        '0123456789'
          .split('')
          .filter((other) => other !== digits[place])
          .map((other) => digits.with(place, other).join(''))
          .filter((text) => !isMusic(text)),
      );
      expect(wrong.length).toBeGreaterThan(80);
      for (const text of wrong) {
        const fault = parseIsbn(text);
        expect(fault, text).toMatchObject({ rule: 'isbn-checksum' });
        const expected = /: ([\dX]) is expected at its end$/.exec((fault as Fault).reason)?.[1];
        expect(parseIsbn(text.slice(0, -1) + expected), text).toBeTypeOf('string');
      }
    });

    it('finds every two neighbours that changed places, but for those its check digit cannot tell', () => {
      const swapped = places.slice(0, -2).flatMap((place) => {
        const [first = '', second = ''] = digits.slice(place, place + 2);
        // Weights of 1 and 3 modulo 10 do not see digits that differ by 5 (ISO 2108).
        const difference = Math.abs(Number(first) - Number(second));
        const seen = difference !== 0 && (isbn.length === 10 || difference !== 5);
        const text = digits
          .with(place, second)
          .with(place + 1, first)
          .join('');
        return seen && !isMusic(text) ? [text] : [];
      });
      expect(swapped.length).toBeGreaterThan(3);
      for (const text of swapped) expect(parseIsbn(text), text).toMatchObject({ rule: 'isbn-checksum' });
    });

    it('refuses a digit too few or too many', () => {
      expect(parseIsbn(isbn.slice(1))).toMatchObject({ reason: expect.stringContaining('no ISBN') });
      expect(parseIsbn(`${isbn}0`)).toMatchObject({ reason: expect.stringContaining('no ISBN') });
    });
  });

  it('takes X at the end of ten digits only', () => {
    for (const text of ['978030640615X', '03064061X2', 'X306406152']) {
      expect(parseIsbn(text)).toMatchObject({ rule: 'config-value' });
    }
  });
});
