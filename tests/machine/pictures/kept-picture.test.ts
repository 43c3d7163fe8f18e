import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keptPicture } from '../../../src/machine/pictures/kept-picture.ts';
import { pictureOf } from '../../../src/machine/pictures/picture-of.ts';
import { folderOf } from '../../builders/folder.ts';
import { photograph } from '../../builders/photographs.ts';

it('gives what an earlier build has made without reading the picture again, for the same wish alone', async () => {
  const folder = await folderOf({ 'a.jpg': photograph });
  const file = join(folder, 'a.jpg');
  const sha256 = createHash('sha256').update(photograph).digest('hex');
  const gone = { file, length: photograph.length, sha256 };
  const fileOf = (work: string): string => join(folder, Buffer.from(work).toString('hex'));
  const made = await keptPicture(photograph, { longest: 16, quality: 80 }, fileOf, pictureOf);
  expect(made).toMatchObject({ mediaType: 'image/jpeg', width: 16, height: 8 });
  expect(await readdir(folder)).toHaveLength(2);
  await rm(file);
  expect(await keptPicture(gone, { longest: 16, quality: 80 }, fileOf, pictureOf)).toEqual(made);
  await expect(keptPicture(gone, { longest: 8, quality: 80 }, fileOf, pictureOf)).rejects.toThrow(
    /changed or removed/,
  );
});
