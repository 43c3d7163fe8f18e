import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { build, type BuildResult } from '../../src/build/build.ts';
import { wholeBook, type WholeBookName } from '../support/whole-books.ts';
import { readPdf, type PdfContent } from '../support/read-pdf.ts';
import { held } from '../builders/held.ts';

/* Our own book in the interiors it is not published in, and in large print. */
const folder = await mkdtemp(join(tmpdir(), 'colophon-themes-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

type Built = BuildResult & { readonly content: PdfContent };

async function readBook(name: WholeBookName): Promise<Built> {
  const book = await wholeBook(name);
  return { ...book, content: await readPdf(book.bytes('pdf')) };
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
] as const)('the theme %s', (name, face) => {
  it('sets the Handbook without a message, in its own face, the front matter in its place', async () => {
    const { messages, content, pageMap } = await readBook(`the Handbook in the theme ${name}`);
    expect(messages).toEqual([]);
    expect(content.fonts.map((font) => font.name).join(' ')).toContain(face);
    expect(content.labels).toEqual(pageMap?.pages.map(({ label }) => label));
    // The title page takes one page, so that the copyright page backs it.
    expect(content.pages[1]?.text).toContain('© 2026');
  });
});

describe('large print', () => {
  it('sets the Handbook without a message, nothing but raised marks below 16 points', async () => {
    const { messages, content } = await readBook('the Handbook in large print');
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
    const { messages, artifacts } = await build(small, { only: ['pdf'] });
    const content = await readPdf(held(artifacts.find(({ kind }) => kind === 'pdf')?.bytes));
    expect(messages).toEqual([]);
    const words = new Set(content.pages.flatMap(({ runs }) => runs.flatMap(({ text }) => text.split(/\s+/))));
    expect(
      [...words].some(
        (each) => each.length > 2 && each !== word && word.startsWith(each.replace(/[-‐]$/, '')),
      ),
    ).toBe(!largePrint);
  });
});
