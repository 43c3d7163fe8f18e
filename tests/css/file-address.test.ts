import { expect, it } from 'vitest';
import { fileAddress } from '../../src/css/file-address.ts';

it.each([
  ['images/a%20b.png', 'images/a b.png', ''],
  ['./images/../fonts/x.woff2?v=1', 'fonts/x.woff2', ''],
  ['images/d.svg#part%20one', 'images/d.svg', '#part%20one'],
  ['images/d.svg?a#b?c', 'images/d.svg', '#b?c'],
  ['images/100%.png', 'images/100%.png', ''],
  ['images/a%3Fb%23c.png', 'images/a?b#c.png', ''],
  ['../x.png', '../x.png', ''],
])('reads %s', (address, path, fragment) => {
  expect(fileAddress(address)).toEqual({ path, fragment });
});
