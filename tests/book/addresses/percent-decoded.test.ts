import { expect, it } from 'vitest';
import { percentDecoded } from '../../../src/book/addresses/percent-decoded.ts';

it.each([
  ['a%20b%C3%A9', 'a bé'],
  ['100%', '100%'],
  ['%E9', '%E9'],
  ['', ''],
])('reads %j', (written, plain) => {
  expect(percentDecoded(written)).toBe(plain);
});
