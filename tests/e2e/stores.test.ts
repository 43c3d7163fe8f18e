import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { build, writeBuild } from '../../src/build/build.ts';
import type { Message } from '../../src/book/messages/messages.ts';
import { check } from '../../src/commands/check.ts';
import { folderOf } from '../builders/folder.ts';
import { halves } from '../builders/rasters.ts';

const releases = await mkdtemp(join(tmpdir(), 'colophon-stores-'));
afterAll(() => rm(releases, { recursive: true }));

/** A book with a cover of a telephone’s screen and a wide picture. */
const bookFor = async (bookYaml: string): Promise<string> =>
  folderOf({
    'book.yaml': `title: Plates\nauthor: A. Person\nlanguage: en\n${bookYaml}`,
    '01-one.md': '# One\n\nWords.\n\n![A sea](sea.png)\n',
    'sea.png': await halves(2500, 2500).png().toBuffer(),
    'cover.png': await halves(400, 600).png().toBuffer(),
  });

const cover = 'cover: { image: cover.png, alt: The sea }\n';

const inShort = ({ file, line, column, severity, rule, reason }: Message): string =>
  `${file}:${line}:${column} ${severity} ${rule} ${reason}`;

async function built(bookYaml: string): Promise<string[]> {
  const { messages } = await build(await bookFor(bookYaml), { only: ['epub'] });
  return messages.map(inShort);
}

describe('a book that names its stores', () => {
  it('is told in book.yaml what they ask of the cover, and at its place in the text what of a picture', async () => {
    const messages = await built(`${cover}epub: { store: [apple, google] }\n`);
    expect(messages.toSorted()).toEqual([
      '01-one.md:5:1 error epub-image-size An image has 6,250,000 pixels (2500 × 2500); Apple Books takes at most 5,600,000 (plates.epub/OEBPS/images/sea.png:1:1)',
      'book.yaml:4:17 error epub-cover-size The cover has 400 × 600 pixels; Google Play Books asks for at least 640 on the shorter side (plates.epub/OEBPS/images/cover.png:1:1)',
      'book.yaml:4:17 warning epub-cover-size The cover has 400 × 600 pixels; Apple Books asks for at least 1,400 on the shorter side (plates.epub/OEBPS/images/cover.png:1:1)',
    ]);
  });

  it('is told where it names them what it lacks', async () => {
    expect(await built('epub: { store: generic }\n')).toEqual([
      'book.yaml:4:16 warning epub-cover The book has no cover, which many a store asks for (plates.epub:1:1)',
    ]);
  });

  it('may weigh what they ask for', async () => {
    expect(await built('epub: { store: generic }\nrules: { epub-cover: info }\n')).toEqual([
      expect.stringContaining(' info epub-cover '),
    ]);
  });

  it('names stores that are known', async () => {
    expect(await built('epub: { store: [kindle, kobbo] }\n')).toEqual([
      'book.yaml:4:25 error config-value "kobbo" is no store known here',
    ]);
  });

  it('is told the same by the check of its release', async () => {
    const out = join(releases, 'dist');
    const result = await build(await bookFor(`${cover}epub: { store: [kobo, generic] }\n`), {
      only: ['epub'],
    });
    await writeBuild(out, result);
    const { messages } = await check(out);
    expect(messages.map(inShort)).toEqual(result.messages.map(inShort));
    expect(messages.length).toBeGreaterThan(2);
  });
});

describe('a book that names none', () => {
  it('is held to no store, and nor is its release but to those that are named', async () => {
    const out = join(releases, 'unnamed');
    const result = await build(await bookFor(''), { only: ['epub'] });
    expect(result.messages).toEqual([]);
    await writeBuild(out, result);
    const found = async (...stores: string[]): Promise<string[]> =>
      (await check(out, stores.length === 0 ? {} : { stores })).messages.map(inShort);
    expect(await found()).toEqual([]);
    expect(await found('generic')).toEqual([
      'book.yaml:1:1 warning epub-cover The book has no cover, which many a store asks for (plates.epub:1:1)',
    ]);
    expect(await found('google')).toEqual([
      'book.yaml:1:1 error epub-cover The book has no cover, which Google Play Books asks for (plates.epub:1:1)',
    ]);
  });
});
