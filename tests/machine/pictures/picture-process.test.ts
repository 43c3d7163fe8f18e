import { afterEach, expect, it } from 'vitest';
import { pictureOf } from '../../../src/machine/pictures/picture-of.ts';
import { PictureProcess } from '../../../src/machine/pictures/picture-process.ts';
import { photograph } from '../../builders/photographs.ts';
import { jpeg } from '../../builders/pictures.ts';

const pictures = new PictureProcess();
afterEach(() => pictures.end());
const wish = { longest: 16, quality: 80 };

it('makes the pictures that this process would make, several at a time', async () => {
  const [one, two] = await Promise.all([
    pictures.make(photograph, wish),
    pictures.make(photograph, { ...wish, longest: 8 }),
  ]);
  const { bytes, ...facts } = one!;
  expect(facts).toEqual({ mediaType: 'image/jpeg', width: 16, height: 8 });
  expect(Buffer.from(bytes)).toEqual((await pictureOf(photograph, wish))?.bytes);
  expect(two?.width).toBe(8);
});

it('tells what cannot be decoded, and goes on', async () => {
  const gone = { file: '/nowhere/a.jpg', length: 1, sha256: '' };
  await expect(pictures.make(jpeg(9, 5), wish)).rejects.toThrow(/VipsJpeg/);
  await expect(pictures.make(gone, wish)).rejects.toMatchObject({
    name: 'EnvironmentError',
    hint: expect.stringContaining('Build again'),
  });
  expect(await pictures.make(photograph, wish)).toBeDefined();
});

it('begins anew where it has broken off', async () => {
  await pictures.make(photograph, wish);
  const underWay = pictures.make(photograph, wish);
  pictures.end();
  await expect(underWay).rejects.toThrow('broke off');
  expect(await pictures.make(photograph, wish)).toBeDefined();
});
