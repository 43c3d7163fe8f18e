import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { build, type BuildResult } from '../../src/build/build.ts';
import { readPdf, type PdfContent } from '../support/read-pdf.ts';

/* Our own book in the interiors it is not published in, and in large print. */
const manuscript = new URL('../../manuscript', import.meta.url).pathname;
const folder = await mkdtemp(join(tmpdir(), 'colophon-themes-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

type Built = BuildResult & { readonly content: PdfContent };

async function buildFolder(path: string): Promise<Built> {
  const result = await build(path);
  const pdf = result.artifacts.find(({ kind }) => kind === 'pdf')?.bytes;
  if (pdf === undefined) throw new Error(JSON.stringify(result.messages));
  return { ...result, content: await readPdf(pdf) };
}

async function buildHandbook(print: string): Promise<Built> {
  const copy = await mkdtemp(join(folder, 'handbook-'));
  await cp(manuscript, copy, { recursive: true });
  const yaml = await readFile(join(copy, 'book.yaml'), 'utf8');
  await writeFile(join(copy, 'book.yaml'), yaml.replace(/^print:\n(?: .*\n)+/m, `print: { ${print} }\n`));
  return buildFolder(copy);
}

/** How many characters are set in each size, in points. */
function sizesOf({ pages }: PdfContent): Array<readonly [size: number, characters: number]> {
  return pages.flatMap(({ runs }) => runs).map(({ size, text }) => [size, text.length] as const);
}

function count(sizes: ReadonlyArray<readonly [size: number, characters: number]>): number {
  return sizes.reduce((sum, [, characters]) => sum + characters, 0);
}

describe.each([
  ['modern', 'SourceSerif'],
  ['scholarly', 'Literata'],
])('the theme %s', (name, face) => {
  it('sets the Handbook without a message, in its own face, the front matter in its place', async () => {
    const { messages, content, pageMap } = await buildHandbook(`theme: ${name}`);
    expect(messages).toEqual([]);
    expect(content.fonts.map((font) => font.name).join(' ')).toContain(face);
    expect(content.labels).toEqual(pageMap?.pages.map(({ label }) => label));
    // The title page takes one page, so that the copyright page backs it.
    expect(content.pages[1]?.text).toContain('© 2026');
  });
});

describe('large print', () => {
  it('sets the Handbook without a message, nothing but raised marks below 16 points', async () => {
    const { messages, content } = await buildHandbook('trim: A5, largePrint: true');
    expect(messages).toEqual([]);
    expect(content.pages[1]?.text).toContain('© 2026');
    const sizes = sizesOf(content);
    expect(count(sizes.filter(([size]) => size < 15.9)) / count(sizes)).toBeLessThan(0.005);
  });

  it.each([
    ['divides no words', true],
    ['and only it', false],
  ])('%s', async (_, largePrint) => {
    const word = 'Verantwortungsbewusstsein';
    const small = await mkdtemp(join(folder, 'small-'));
    await mkdir(small, { recursive: true });
    await writeFile(
      join(small, 'book.yaml'),
      `title: T\nlanguage: de\nprint: { largePrint: ${largePrint} }\n`,
    );
    await writeFile(join(small, '1.md'), `# A\n\n${`${word} `.repeat(60)}\n`);
    const { messages, content } = await buildFolder(small);
    expect(messages).toEqual([]);
    const words = new Set(content.pages.flatMap(({ runs }) => runs.flatMap(({ text }) => text.split(/\s+/))));
    expect(
      [...words].some(
        (each) => each.length > 2 && each !== word && word.startsWith(each.replace(/[-‐]$/, '')),
      ),
    ).toBe(!largePrint);
  });
});
