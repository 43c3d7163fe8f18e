import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupedBy } from '../../../src/book/grouped.ts';
import { Builder } from '../../../src/preview/builds/builder.ts';
import type { BuildNews } from '../../../src/preview/builds/build-news.ts';
import type { ChapterDocument } from '../../../src/preview/chapter/chapter-document.ts';
import { ChapterPrinter, type ChapterPrint } from '../../../src/preview/chapter/chapter-printer.ts';
import { readPdf, type PdfPage } from '../../support/read-pdf.ts';

/* A chapter that is printed by itself has the very pages that it has in the whole book. */

type Printed = Extract<BuildNews, { kind: 'printed' }>;

const sentence =
  'The harpooneer, whose countenance had been unaccountably discoloured, leaned against the bulwarks and considered the extraordinary circumstances of the voyage. ';
const prose = (paragraphs: number): string => `${sentence.repeat(4)}\n\n`.repeat(paragraphs);

const chapters: Readonly<Record<string, string>> = {
  '01-one.md': `# One\n\n${prose(7)}A mark.[^a] Another.[^b]\n\n[^a]: The first note.\n[^b]: The second note.\n`,
  '02-two.md': `# Two\n\n${prose(3)}A mark.[^a]\n\n![A square](square.svg "Its caption")\n\n[^a]: The third note.\n`,
  '03-three.md': `# Three\n\n${prose(11)}See page [](02-two.md){.page} and [chapter one](01-one.md).[^a]\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n[^a]: The fourth note.\n`,
  '04-four.md': `# Four\n\n> ${sentence}\n\n${prose(2)}The end.\n`,
};

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>';

const locale = `hyphenation: de-1996
quotationMarks: { double: [„, “], single: [‚, ‘] }
wording: { references: { title: '<{title}>', page: 'leaf {page}' } }
`;

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function manuscript(settings: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-chapters-'));
  folders.push(folder);
  await writeFile(join(folder, 'book.yaml'), `title: Book\nlanguage: en\n${settings}`);
  await writeFile(join(folder, 'square.svg'), svg);
  await writeFile(join(folder, 'en.yaml'), locale);
  for (const [path, text] of Object.entries(chapters)) await writeFile(join(folder, path), text);
  return folder;
}

/** The print of the whole book. */
async function whole(folder: string): Promise<Printed> {
  const told: Array<Omit<BuildNews, 'number'>> = [];
  await new Builder({ folder, options: { only: ['pdf'] } }).build((news) => told.push(news));
  const printed = told.find((news): news is Printed => news.kind === 'printed');
  if (printed === undefined) throw new Error(JSON.stringify(told.at(-1)));
  return printed;
}

/** Which lines stand where on pages: a print without tags has several runs of a line as one. */
function placed(pages: ReadonlyArray<PdfPage>): unknown[] {
  return pages.map(({ runs }) => {
    const lines = groupedBy(
      runs.filter(({ text }) => text.trim() !== ''),
      ({ y }) => y.toFixed(1),
    );
    return [...lines]
      .toSorted(([a], [b]) => Number(b) - Number(a))
      .map(([y, line]) => {
        const inOrder = line.toSorted((one, other) => one.x - other.x);
        const text = inOrder.map((run) => run.text.replaceAll(' ', '')).join('');
        return [text, inOrder[0]?.x.toFixed(1), y, inOrder[0]?.size.toFixed(1)];
      });
  });
}

/** The pages of a section in the whole book, without the empty ones behind it. */
async function pagesIn({ pdf, facts }: Printed, { id }: ChapterPrint): Promise<PdfPage[]> {
  const { pages } = await readPdf(pdf);
  const index = facts.sections.findIndex((section) => section.id === id);
  const [start, end] = [facts.sections[index]?.page ?? 0, facts.sections[index + 1]?.page];
  return pages.slice(start, end ?? facts.pages.length).filter((_, page) => !facts.pages[start + page]?.blank);
}

async function pagesOf({ pdf, before, pages }: ChapterPrint): Promise<PdfPage[]> {
  return (await readPdf(pdf)).pages.slice(before, before + pages.length);
}

describe.each([
  ['with notes at the end of the book', 'notes: { place: book, numbering: book }\n'],
  ['with notes at the foot of pages', 'notes: { place: foot, numbering: book }\n'],
  ['with chapters that open on the right', 'print: { openings: right }\nnotes: { place: chapter }\n'],
  ['with words of its author’s own', 'locales: { en: en.yaml }\n'],
])('a book %s', (_, settings) => {
  let folder: string;
  let printed: Printed;
  let printer: ChapterPrinter;
  beforeAll(async () => {
    folder = await manuscript(settings);
    printed = await whole(folder);
    printer = new ChapterPrinter(folder, {});
    printer.take(printed.setup);
    await printer.prepare();
  });
  afterAll(() => printer.close());

  it.each(Object.keys(chapters))('has the pages of %s', async (path) => {
    const chapter = await printer.print(path);
    expect(chapter).toBeDefined();
    if (chapter === undefined) return;
    const expected = await pagesIn(printed, chapter);
    expect(expected.length).toBeGreaterThan(0);
    expect(placed(await pagesOf(chapter))).toEqual(placed(expected));
  });

  it('has them when a chapter was changed, and the book is built again', async () => {
    const path = '02-two.md';
    const text = chapters[path]?.replace('A mark.', 'A new mark.[^new] A mark.') ?? '';
    await writeFile(join(folder, path), `${text}[^new]: A new note.\n`);
    const documents: ChapterDocument[] = [];
    const chapter = await printer.print(path, (document) => documents.push(document));
    if (chapter === undefined) throw new Error('It was not printed');
    const expected = await pagesIn(await whole(folder), chapter);
    expect(placed(await pagesOf(chapter))).toEqual(placed(expected));
    expect(documents.at(-1)?.text).toContain('A new mark.');
  });

  it('has those of letters, figures and code that the book did not have', async () => {
    const path = '04-four.md';
    const text = '# Four: “QUÖ?”\n\nŒuvres à 50 € – naïve *Zürich* [No. 7] & `x_1 = ~{|}`.\n';
    await writeFile(join(folder, path), text);
    const chapter = await printer.print(path);
    if (chapter === undefined) throw new Error('It was not printed');
    const expected = await pagesIn(await whole(folder), chapter);
    expect(placed(await pagesOf(chapter))).toEqual(placed(expected));
    await writeFile(join(folder, path), chapters[path] ?? '');
  });

  it('leaves to a build what only that can tell', async () => {
    await writeFile(join(folder, '04-four.md'), '# Four\n\nA mark[^gone] without a note.\n');
    expect(await printer.print('04-four.md')).toBeUndefined();
    for (const foreign of ['Кит.', '$x^2$', '👍', '鯨']) {
      await writeFile(join(folder, '04-four.md'), `# Four\n\n${foreign}\n`);
      expect([foreign, await printer.print('04-four.md')]).toEqual([foreign, undefined]);
    }
    await writeFile(join(folder, '04-four.md'), '# Four\n\n![New](new.png)\n');
    expect(await printer.print('04-four.md')).toBeUndefined();
    await writeFile(join(folder, '04-four.md'), '# Four\n\n![New](new.png)\n');
    expect(await printer.print('04-four.md')).toBeUndefined();
    expect(await printer.print('book.yaml')).toBeUndefined();
    expect(await printer.print('gone.md')).toBeUndefined();
  });

  it('goes on when a chapter that had errors has none any more', async () => {
    await writeFile(join(folder, '04-four.md'), '# Four\n\nA mark[^gone] without a note.\n');
    expect(await printer.print('04-four.md')).toBeUndefined();
    await printer.forget(['04-four.md']);
    await writeFile(join(folder, '04-four.md'), '# Four\n\nAll is well.\n');
    expect(await printer.print('04-four.md')).toBeDefined();
    await printer.forget(['book.yaml']);
    expect(await printer.print('04-four.md')).toBeUndefined();
  });
});
