import { describe, expect, it } from 'vitest';
import { parseLccn } from '../../../src/read/values/lccn.ts';

describe('parseLccn', () => {
  it.each([
    ['2001-000002', '2001000002'],
    ['2024-12345', '2024012345'],
    ['75-425165//r75', '75425165'],
    [' 79139101 /AC/r932', '79139101'],
    ['n78-890351', 'n78890351'],
    ['n 78890351 ', 'n78890351'],
    ['85-2 ', '85000002'],
    ['sn 85000678', 'sn85000678'],
    ['agr 62–298', 'agr62000298'],
    ['https://lccn.loc.gov/2003556443', '2003556443'],
    ['20240123', '20240123'],
    ['LCCN 2003556443', '2003556443'],
  ])('reads %s', (text, lccn) => {
    expect(parseLccn(text)).toBe(lccn);
  });

  it.each([
    ['2024-1234567', 'after its hyphen'],
    ['2024-12-345', 'after its hyphen'],
    ['2024-', 'after its hyphen'],
    ['202401234', 'a year of two or four digits'],
    ['abcd85000678', 'a year of two or four digits'],
    ['abc2001000002', 'a year of two or four digits'],
    ['', 'a year of two or four digits'],
  ])('refuses the form of %s', (text, reason) => {
    expect(parseLccn(text)).toMatchObject({
      rule: 'identifier-checksum',
      reason: expect.stringContaining(reason),
    });
  });
});
