import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { build, writeBuild } from '../../src/build/build.ts';
import type { Message } from '../../src/book/messages/messages.ts';
import { check } from '../../src/commands/check.ts';
import { folderOf } from '../builders/folder.ts';
import { halves } from '../builders/rasters.ts';

/*
 * What `colophon check` finds in a release, the build that made it has said: who builds with --strict can check
 * with --strict.
 */
const releases = await mkdtemp(join(tmpdir(), 'colophon-agrees-'));
afterAll(() => rm(releases, { recursive: true }));

const fixture = (name: string): string => new URL(`../fixtures/${name}`, import.meta.url).pathname;
const text = 'It was dark on the bridge, and nobody spoke of the gulls. '.repeat(8);

/** A drawing with a line that is too thin to be printed. */
const thin =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><path d="M0 9H400" stroke="#000" stroke-width=".1" fill="none"/></svg>';

const illustrated = async (bookYaml: string): Promise<string> =>
  folderOf({
    'book.yaml': `title: Plates\nlanguage: en\n${bookYaml}`,
    '01-one.md': `# One\n\n${text}\n\n![A sea](sea.png)\n\n${text}\n\n![A line](line.svg)\n\n[Nowhere](02.md)\n\n${`${text}\n\n`.repeat(160)}`,
    'sea.png': await halves(300, 150).png().toBuffer(),
    'line.svg': thin,
    'cover.png': await halves(1300, 1950).png().toBuffer(),
  });

const books: Readonly<Record<string, () => Promise<string>>> = {
  'an article': async () => fixture('books/article'),
  'a book with everything': async () => fixture('books/everything'),
  'a book read from right to left': async () => fixture('books/right-to-left'),
  'a book whose characters no font has': async () => fixture('rules/glyph-missing/input'),
  'plates for nobody in particular': () => illustrated(''),
  'plates for a printer': () => illustrated('print: { printer: kdp }\n'),
  'plates with a cover': () =>
    illustrated('print: { printer: kdp }\ncover: { image: cover.png, alt: The sea }\n'),
  'plates whose findings are weighed': () =>
    illustrated('print: { printer: kdp }\nrules: { pdf-hairline: off, pdf-image-resolution: info }\n'),
};

const seen = ({ file, line, page, severity, rule, reason }: Message): string =>
  `${file}:${page ?? line} ${severity} ${rule} ${reason}`;

/** What the build and the check of its release say, each said once. */
async function both(folder: string, name: string): Promise<Record<'built' | 'checked', string[]>> {
  const out = join(releases, name.replaceAll(' ', '-'));
  const result = await build(folder);
  expect(result.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  await writeBuild(out, result);
  const { messages } = await check(out);
  const inOrder = (all: ReadonlyArray<Message>): string[] => [...new Set(all.map(seen))].toSorted();
  return {
    built: inOrder(result.messages),
    checked: inOrder(messages),
  };
}

describe('check and build say the same', () => {
  it.each(Object.entries(books))('of %s', async (name, make) => {
    const { built, checked } = await both(await make(), name);
    expect(checked).toEqual(built);
  });

  it('where there is something to say of the pages, at its place in the manuscript', async () => {
    const { checked } = await both(await illustrated('print: { printer: kdp }\n'), 'placed');
    const about = (rule: string): string[] => checked.filter((each) => each.includes(` ${rule} `));
    expect(about('pdf-hairline')).toEqual([
      expect.stringMatching(/^01-one\.md:9 warning pdf-hairline .+ \(plates-press\.pdf page \d+\)$/),
    ]);
    expect(about('pdf-image-resolution')).toHaveLength(1);
    expect(about('link-target')).toHaveLength(1);
  });
});
