import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nearTo } from '../../../src/read/images/near-names.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'colophon-near-names-'));
  await mkdir(join(root, 'images'));
  for (const name of ['images/a.png', 'images/harbour.jpg', '01-one.md'])
    await writeFile(join(root, name), '');
});
afterAll(() => rm(root, { recursive: true, force: true }));

it.each([
  ['images/a.jpg', 'Did you mean "images/a.png"?'],
  ['a.png', 'Did you mean "images/a.png"?'],
  ['image/a.png', 'Did you mean "images/a.png"?'],
  ['images/harbor.jpg', 'Did you mean "images/harbour.jpg"?'],
  ['images/A.png', 'Did you mean "images/a.png"? Names are told apart by their letter case, too.'],
  ['sea.png', undefined],
])('of a picture that is not there the likeliest is named: %s', async (path, hint) => {
  expect(await nearTo(root, path)).toBe(hint);
});
