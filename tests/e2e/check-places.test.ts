import { appendFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { build, writeBuild } from '../../src/build/build.ts';
import { check, type CheckOptions } from '../../src/commands/check.ts';
import { writeFiles } from '../builders/folder.ts';
import { halves } from '../builders/rasters.ts';

const paragraph = `${'The harbour lay still, and nobody spoke of the whale. '.repeat(30)}\n\n`;
const temporary = await mkdtemp(join(tmpdir(), 'colophon-places-'));
afterAll(() => rm(temporary, { recursive: true, force: true }));

const [manuscript, folder] = ['manuscript', 'dist'].map((name) => join(temporary, name)) as [string, string];
await mkdir(manuscript);
await writeFiles(manuscript, {
  'book.yaml': 'title: The Tide\nlanguage: en\ndescription: A book.\n',
  '01.md': `# One\n\n${paragraph.repeat(4)}`,
  '02.md': `# Two\n\n${paragraph}![A boat](boat.png)\n\n${paragraph}`,
  'boat.png': await halves(600, 400).png().toBuffer(),
});
const built = await build(manuscript, { epoch: 1_700_000_000 });
await writeBuild(folder, built);

/** Where each finding is told that the build has not told of. */
async function placesOf(path: string, options: CheckOptions): Promise<string[]> {
  const { messages } = await check(path, options);
  const known = new Set(built.messages.map(({ reason }) => reason));
  return messages
    .filter(({ reason }) => !known.has(reason))
    .map(({ file, line, rule, reason }) => `${file}:${line} ${rule}${/ \(.*\)$/.exec(reason)?.[0] ?? ''}`);
}

const coarse = '02.md:5 pdf-image-resolution (the-tide-press.pdf page 9)';

test('what a printer asks for that the book does not name is told at the line of the picture', async () => {
  expect(await placesOf(folder, { printer: 'kdp' })).toContain(coarse);
  expect(await placesOf(join(folder, 'the-tide-press.pdf'), { printer: 'kdp' })).toContain(coarse);
});

test('what is about the whole file has no line, and stays there', async () => {
  expect(await placesOf(folder, { printer: 'kdp' })).toContain('the-tide-press.pdf:1 pdf-page-count');
});

test('what a store asks for that the book does not name is told in book.yaml', async () => {
  const found = ['book.yaml:1 epub-cover (the-tide.epub:1:1)'];
  expect(await placesOf(folder, { stores: ['kindle'] })).toEqual(found);
  expect(await placesOf(join(folder, 'the-tide.epub'), { stores: ['kindle'] })).toEqual(found);
});

test('a file that was changed since has no lines in the manuscript', async () => {
  const other = join(temporary, 'changed');
  await writeBuild(other, built);
  await appendFile(join(other, 'the-tide-press.pdf'), '\n');
  const places = await placesOf(other, { printer: 'kdp' });
  expect(places.filter((place) => place.includes('pdf-image-resolution'))).toEqual([
    expect.stringMatching(/^the-tide-press\.pdf:/),
  ]);
});
