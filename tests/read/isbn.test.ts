import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/read/fault.ts';
import { parseIsbn } from '../../src/read/isbn.ts';

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
});
