import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checksumsOf } from '../../src/book/manifest.ts';
import { artifact } from '../../src/release/artifacts.ts';
import { earlierSite } from '../../src/release/earlier-site.ts';
import { writeRelease } from '../../src/release/write.ts';
import { folderOf } from '../builders/folder.ts';

function siteOf(...pages: string[]): ReturnType<typeof artifact>[] {
  const names = ['index.html', 'site.js', 'search-index.js', ...pages];
  const files = names.map((name) => artifact(name, 'site', Buffer.from(name)));
  return [...files, artifact('SHA256SUMS', 'checksums', Buffer.from(checksumsOf(files)))];
}

test('a site takes the place of the one before; what it has no more goes, and the files of others stay', async () => {
  const folder = await folderOf({ CNAME: 'book.example' });
  await writeRelease(folder, siteOf('old.html', 'mine.html'), { earlier: earlierSite });
  await writeFile(join(folder, 'mine.html'), 'changed by hand');
  await writeRelease(folder, siteOf('new.html'), { earlier: earlierSite });
  expect((await readdir(folder)).toSorted()).toEqual(
    ['CNAME', 'SHA256SUMS', 'index.html', 'mine.html', 'new.html', 'search-index.js', 'site.js'].toSorted(),
  );
  expect(await readFile(join(folder, 'mine.html'), 'utf8')).toBe('changed by hand');
});

test('checksums of something else are nothing of ours', async () => {
  const folder = await folderOf({ 'index.html': 'a', SHA256SUMS: `${'0'.repeat(64)}  index.html\n` });
  expect(await earlierSite(folder)).toEqual(new Map());
  await expect(writeRelease(folder, siteOf(), { earlier: earlierSite })).rejects.toThrow('in the way');
});
