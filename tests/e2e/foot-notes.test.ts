import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { folderOf } from '../builders/folder.ts';
import { held } from '../builders/held.ts';
import { readPdf, type PdfContent } from '../support/read-pdf.ts';
import { taggedText } from '../support/tagged-text.ts';

const words =
  'the captain and his crew had sailed around that cape before in a light wind under a grey sky'.split(' ');

/** So many words, never the same twice. */
function text(seed: number, count: number): string {
  return Array.from({ length: count }, (_, index) => words[(seed * 7 + index * index) % words.length]).join(
    ' ',
  );
}

const chapters = 3;
const notesPerChapter = 12;
/** Longer than a page, so that it goes on over two of them. */
const long = 4;

/** Every mark stands behind its own word, and every note begins and ends with one. */
function chapter(number: number): string {
  const name = (note: number): string => `${number}x${note}`;
  const blocks: string[] = [];
  const notes: string[] = [];
  for (let note = 0; note < notesPerChapter; note++) {
    const before = text(note + number, 20 + ((note * 37) % 90));
    const marked = `${before} mark${name(note)}[^${name(note)}] ${text(note, 12 + note * 5)}.`;
    const forms = [marked, `> ${marked}`, `- ${marked}\n- ${text(note, 9)}.`, marked];
    if (note === 6) blocks.push(`## Of mark${name(note)}[^${name(note)}]`, `${before}.`);
    else if (note === 7)
      blocks.push(`| One | Two |\n|---|---|\n| mark${name(note)}[^${name(note)}] | b |\n| c | d |`);
    else blocks.push(forms[note % forms.length] ?? marked);
    const length = note === long ? 700 : 3 + ((note * 23) % 60);
    const inner = note === 5 ? ` mark${number}x99[^${number}x99]` : '';
    notes.push(`[^${name(note)}]: Begin${name(note)} ${text(note, length)}${inner} end${name(note)}.`);
  }
  notes.push(`[^${number}x99]: Begin${number}x99 of a note in a note end${number}x99.`);
  return [`# Voyage ${number}`, ...blocks, ...notes].join('\n\n');
}

const files: Readonly<Record<string, string>> = Object.fromEntries([
  [
    'book.yaml',
    'title: Voyages\nlanguage: en\nnotes: { place: foot, continued: true }\nprint: { trim: A5 }\n',
  ],
  ...Array.from({ length: chapters }, (_, index) => [`0${index + 1}.md`, chapter(index + 1)]),
]);
const names = Array.from({ length: chapters }, (_, index) => index + 1).flatMap((number) =>
  [...Array(notesPerChapter).keys(), 99].map((note) => `${number}x${note}`),
);

/** Indexes of the pages on which a word stands. */
function pagesWith({ pages }: PdfContent, word: string): number[] {
  const found = new RegExp(`${word}(?!\\d)`);
  return pages.flatMap((page, index) => (found.test(page.text.replaceAll('‐\n', '')) ? [index] : []));
}

describe('notes at the foot of the page', () => {
  let pdf: PdfContent;
  let tagged: string;
  let folder: string;
  let errors: string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'colophon-foot-'));
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    const { artifacts, messages } = await build(folder, { only: ['pdf', 'epub'] });
    errors = messages.filter(({ severity }) => severity === 'error').map(({ reason }) => reason);
    const bytes = held(artifacts.find(({ kind }) => kind === 'pdf')?.bytes);
    pdf = await readPdf(bytes);
    tagged = (await taggedText(bytes)).replaceAll(/[\s\u2060]/g, '');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('pass the proofs of notes and text', () => {
    expect(errors).toEqual([]);
  });

  it('are there once, and begin on the page of their mark', () => {
    for (const name of names) {
      const places = [...pdf.destinations];
      const placeOf = (end: string): number | undefined => places.find(([id]) => id.endsWith(end))?.[1].page;
      const begins = pagesWith(pdf, `Begin${name}`);
      expect([name, begins.length, pagesWith(pdf, `end${name}`).length]).toEqual([name, 1, 1]);
      expect([name, placeOf(`note-${name}`)]).toEqual([name, begins[0]]);
      expect([name, placeOf(`note-${name}-mark`)]).toEqual([name, begins[0]]);
    }
  });

  it('stand below the text of their page', () => {
    const wrong = names.filter((name) => {
      const page = pdf.pages[pagesWith(pdf, `Begin${name}`)[0] ?? 0];
      const heightOf = (word: string): number => page?.runs.find((run) => run.text.includes(word))?.y ?? NaN;
      return !(heightOf(`Begin${name}`) > heightOf(`mark${name}`));
    });
    expect(wrong).toEqual([]);
  });

  it('go on where they are longer than their page', () => {
    for (let number = 1; number <= chapters; number++) {
      const [begin = NaN] = pagesWith(pdf, `Begin${number}x${long}`);
      const [end = NaN] = pagesWith(pdf, `end${number}x${long}`);
      expect(end).toBeGreaterThan(begin);
    }
  });

  it('say where they go on, beside the rule and not in the tags', () => {
    const pages = pdf.pages.flatMap((page, index) => (page.text.includes('(continued)') ? [index] : []));
    const continued = names.flatMap((name) => {
      const [begin = NaN] = pagesWith(pdf, `Begin${name}`);
      const [end = NaN] = pagesWith(pdf, `end${name}`);
      return Array.from({ length: end - begin }, (_, index) => begin + 1 + index);
    });
    expect(continued.length).toBeGreaterThan(chapters);
    expect(pages).toEqual([...new Set(continued)].toSorted((one, other) => one - other));
    expect(tagged).not.toContain('(continued)');
  });

  it('are read behind their marks, each with its number', () => {
    // Those of tables and headings are read behind the cell or the heading.
    for (const note of [0, 1, 2, 3])
      expect(tagged).toMatch(new RegExp(`mark1x${note}${note + 1}${note + 1}\\.Begin1x${note}`));
  });

  it('lead to their marks, as these do to them', () => {
    const links = pdf.pages.flatMap((page) => page.links.flatMap(({ name }) => name ?? []));
    for (const name of names) {
      expect(links.filter((target) => target.endsWith(`note-${name}`))).toHaveLength(1);
      expect(links.filter((target) => target.endsWith(`note-${name}-mark`))).toHaveLength(1);
    }
  });
});

describe('short notes at the foot of the page', () => {
  const labels = ['a', 'b', 'c', 'd'];
  const prose = labels.map((label) => `${text(3, 20)} mark-${label}[^${label}]`).join(' ');
  const short = labels.map((label) => `[^${label}]: Begin-${label} end.`).join('\n\n');
  const linesOf = async (setting: string): Promise<number[]> => {
    const folder = await mkdtemp(join(tmpdir(), 'colophon-short-'));
    try {
      await writeFile(
        join(folder, 'book.yaml'),
        `title: T\nlanguage: en\nnotes: { place: foot, short: ${setting} }\n`,
      );
      await writeFile(join(folder, '01.md'), `# One\n\n${prose}.\n\n${short}\n`);
      const { artifacts, messages } = await build(folder, { only: ['pdf'] });
      expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
      const { pages } = await readPdf(held(artifacts.find(({ kind }) => kind === 'pdf')?.bytes));
      const runs = pages.flatMap((page) => page.runs);
      return labels.map((label) =>
        Math.round(runs.find((run) => run.text.includes(`Begin-${label}`))?.y ?? NaN),
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  it.each([
    ['below', 4],
    ['columns', 2],
    ['beside', 1],
  ])('stand %s each other', async (setting, lines) => {
    const heights = await linesOf(setting);
    expect(heights).not.toContain(NaN);
    expect(new Set(heights).size).toBe(lines);
  });
});

describe('notes that end with more than a paragraph', () => {
  it.each([
    ['a quotation', '> Quoted.'],
    ['a quotation in another', '> Quoted.\n> > Again.'],
    ['a list', '- An item'],
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |'],
    ['a formula', '$$\nx\n$$'],
    ['code', '```\ncode\n```'],
    ['a break', '***'],
    ['verse', ':::verse\nOne\nTwo\n:::'],
  ])('leave the next one its room: %s', async (_, block) => {
    const ending = block.replaceAll('\n', '\n    ');
    const written = `# One\n\nTwo.[^a]\n\n[^a]: First.\n\n    ${ending}\n\nThree.[^b]\n\n[^b]: Second.\n`;
    const { artifacts, messages } = await build(
      await folderOf({
        'book.yaml': 'title: Notes\nlanguage: en\nnotes: { place: foot }\n',
        '01.md': written,
      }),
      { only: ['pdf'] },
    );
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    const pages = await readPdf(held(artifacts.find(({ kind }) => kind === 'pdf')?.bytes));
    expect(pagesWith(pages, 'Second')).toEqual(pagesWith(pages, 'First'));
  });
});
