import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { emitEpub } from '../../../src/emit/epub/emit-epub.ts';
import { checkEpub } from '../../../src/preflight/epub/check-epub.ts';
import { excerptOf } from '../../../src/preflight/epub/excerpt.ts';
import { folderOf } from '../../builders/folder.ts';
import { held } from '../../builders/held.ts';
import { makeRichBook, noTheme, richAssets } from '../../builders/rich-book.ts';

test('an excerpt has all of the texts, and of pictures the beginning', async () => {
  const picture = richAssets.get('images/cover.png');
  if (picture === undefined) throw new Error('There is no cover');
  const bytes = Buffer.concat([held(picture.bytes), Buffer.alloc(2_000_000, 7)]);
  const assets = new Map([...richAssets, ['images/cover.png', { ...picture, bytes }]]);
  const epub = held(await emitEpub(makeRichBook(), assets, noTheme));
  const file = join(await folderOf({}), 'a.epub');
  await writeFile(file, epub);
  const sha256 = createHash('sha256').update(epub).digest('hex');

  const excerpt = await excerptOf({ file, length: epub.length, sha256 });
  expect(excerpt.length).toBeLessThan(100_000);
  expect(await checkEpub(excerpt, 'a.epub')).toEqual(await checkEpub(epub, 'a.epub'));
  const [whole, part] = await Promise.all([JSZip.loadAsync(epub), JSZip.loadAsync(excerpt)]);
  expect(Object.keys(part.files)).toEqual(Object.keys(whole.files));
  for (const name of Object.keys(whole.files)) {
    const [all, taken] = await Promise.all(
      [whole, part].map(async (archive) => (await archive.file(name)?.async('nodebuffer')) ?? Buffer.of()),
    );
    const length = name.endsWith('cover.png') ? 4096 : all?.length;
    expect(taken).toEqual(all?.subarray(0, length));
  }
});

test('what is in memory is its own excerpt', async () => {
  const epub = held(await emitEpub(makeRichBook(), richAssets, noTheme));
  expect(await excerptOf(epub)).toBe(epub);
});
