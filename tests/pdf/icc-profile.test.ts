import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { iccFacts } from '../../src/pdf/icc-profile.ts';

const profiles = new URL('../../templates/profiles/', import.meta.url);

test.each([
  ['coated.icc', 'prtr', 'CMYK', 2.2, 'FOGRA39L Coated'],
  ['uncoated.icc', 'prtr', 'CMYK', 2.2, 'FOGRA29L uncoated'],
  ['srgb.icc', 'mntr', 'RGB ', 2.2, 'sRGB IEC61966-2.1 (Equivalent to www.srgb.com 1998 HP profile)'],
])('%s says what it is', async (name, deviceClass, space, version, description) => {
  const bytes = await readFile(new URL(name, profiles));
  expect(iccFacts(bytes)).toEqual({ isProfile: true, deviceClass, space, version, description });
});

test('a file cut short, and one of another kind, is no profile', async () => {
  const bytes = await readFile(new URL('coated.icc', profiles));
  expect(iccFacts(bytes.subarray(0, bytes.length - 1)).isProfile).toBe(false);
  expect(iccFacts(Buffer.alloc(200)).isProfile).toBe(false);
  expect(iccFacts(Buffer.alloc(0)).isProfile).toBe(false);
});

test('a profile whose tags lead out of the file has no description', async () => {
  const bytes = Buffer.from(await readFile(new URL('coated.icc', profiles)));
  const at = bytes.indexOf('desc', 128);
  bytes.writeUInt32BE(0xfffffff0, at + 4);
  expect(iccFacts(bytes)).toMatchObject({ isProfile: true, description: '' });
});
