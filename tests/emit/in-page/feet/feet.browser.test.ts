import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { build } from '../../../../src/build/build.ts';
import { held } from '../../../builders/held.ts';
import { readPdf, type PdfPage, type PdfRun } from '../../../support/read-pdf.ts';

const words = 'the captain and his crew had sailed around that cape before in a light wind'.split(' ');

function text(seed: number, count: number): string {
  return Array.from({ length: count }, (_, index) => words[(seed * 5 + index * index) % words.length]).join(
    ' ',
  );
}

const lengths = [6, 40, 14, 90, 3, 25, 8, 60];

/** Paragraphs with notes short and long, no two alike. */
function chapter(): string {
  const numbers = Array.from({ length: 40 }, (_, index) => index);
  const paragraphs = numbers.map(
    (index) => `${text(index, 15 + ((index * 31) % 80))} end[^${index}] ${text(index + 3, 9)}.`,
  );
  const notes = numbers.map(
    (index) => `[^${index}]: ${text(index + 1, lengths[index % lengths.length] ?? 1)}.`,
  );
  return ['# One', ...paragraphs, ...notes].join('\n\n');
}

async function printed(
  chapterText: string,
  print: string,
  pictures: Readonly<Record<string, Uint8Array>> = {},
  notes = 'place: foot',
): Promise<ReadonlyArray<PdfPage>> {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-feet-'));
  try {
    const config = `title: Feet\nlanguage: en\nnotes: { ${notes} }\nprint: ${print}\n`;
    await writeFile(join(folder, 'book.yaml'), config);
    await writeFile(join(folder, '1.md'), chapterText);
    for (const [name, bytes] of Object.entries(pictures)) await writeFile(join(folder, name), bytes);
    const { artifacts } = await build(folder, { only: ['pdf'] });
    return (await readPdf(held(artifacts.find(({ kind }) => kind === 'pdf')?.bytes))).pages;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The baselines of what is set in a size, in points from the top. */
function baselines(runs: ReadonlyArray<PdfRun>, size: number): number[] {
  return runs
    .filter((run) => Math.abs(run.size - size) < 0.05 && /\p{L}{2}/u.test(run.text))
    .map(({ y }) => y);
}

test(
  'notes leave at most two lines free below the text, and stand at the foot',
  { timeout: 60_000 },
  async () => {
    const pages = await printed(chapter(), '{ trim: A5, fontSize: 10pt, lineHeight: 13pt }');
    const noted = pages.filter(({ runs }) => baselines(runs, 9).length > 0);
    expect(noted.length).toBeGreaterThan(8);
    const inside = noted.slice(0, -1);
    for (const { runs } of inside) {
      const lastOfText = Math.max(...baselines(runs, 10));
      const firstOfNotes = Math.min(...baselines(runs, 9));
      // From baseline to baseline: a line of the note, the room around the rule, and two lines that are free.
      expect(firstOfNotes - lastOfText).toBeLessThan(13 + 0.75 * 13 + 2 * 13 + 1.5);
      expect(firstOfNotes).toBeGreaterThan(lastOfText);
    }
    const feet = inside.map(({ runs }) => Math.max(...baselines(runs, 9)));
    expect(Math.max(...feet) - Math.min(...feet)).toBeLessThan(2);
  },
);

/** A chapter of paragraphs with short notes, and figures as high as a third of a page. */
function illustrated(): string {
  const numbers = Array.from({ length: 24 }, (_, index) => index);
  const blocks = numbers.map((index) => {
    const paragraph = `Begin${index}, ${text(index, 45 + ((index * 17) % 40))}[^${index}] end${index}.`;
    return index % 3 === 2 ? `${paragraph}\n\n![](f.png "Caption${index}.")` : paragraph;
  });
  const notes = numbers.map((index) => `[^${index}]: Note${index}, ${text(index + 1, 12)}.`);
  return ['# One', ...blocks, ...notes].join('\n\n');
}

test(
  'figures stand at the head of the next page where notes leave them no room, and text goes on',
  { timeout: 60_000 },
  async () => {
    const png = await sharp({ create: { width: 60, height: 36, channels: 3, background: '#777' } })
      .png()
      .toBuffer();
    const [floating, inPlace] = await Promise.all(
      ['{ trim: A5 }', '{ trim: A5, figures: here }'].map((print) =>
        printed(illustrated(), print, { 'f.png': png }),
      ),
    );
    const pageOf = (pages: ReadonlyArray<PdfPage> | undefined, wanted: string): number =>
      (pages ?? []).findIndex((page) => page.text.replaceAll(/\s+/g, '').includes(wanted));
    const figures = [2, 5, 8, 11, 14, 17, 20, 23];
    const moved = figures.filter(
      (index) => pageOf(floating, `Caption${index}.`) > pageOf(floating, `Begin${index + 1},`),
    );
    expect(moved.length).toBeGreaterThan(0);
    expect(floating?.length).toBeLessThanOrEqual(inPlace?.length ?? 0);
    for (let index = 0; index < 24; index++) {
      const paragraph = `end${index}.`;
      expect(pageOf(floating, `Note${index},`)).toBeGreaterThanOrEqual(pageOf(floating, `Begin${index},`));
      expect(pageOf(floating, `Note${index},`)).toBeLessThanOrEqual(pageOf(floating, paragraph));
    }
    // Paragraphs that begin a page have the indent of all others but those that follow a figure.
    const beginnings = (floating ?? []).flatMap(({ runs }) => {
      const own = runs.filter(({ y, size }) => y > 60 && size > 9.5);
      const edge = Math.min(...own.map(({ x }) => x));
      const [, number] = /^Begin(\d+),/.exec(own[0]?.text ?? '') ?? [];
      return number !== undefined && Number(number) % 3 > 0 ? [(own[0]?.x ?? 0) - edge] : [];
    });
    expect(beginnings.length).toBeGreaterThan(0);
    expect(Math.min(...beginnings)).toBeGreaterThan(5);
  },
);

test(
  'notes count anew on each page, and go down one column, then the next',
  { timeout: 60_000 },
  async () => {
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    const paragraphs = numbers.map((index) => `${text(index, 30 + ((index * 31) % 40))}[^${index}] end.`);
    const notes = numbers.map((index) => `[^${index}]: Note${index}.`);
    const chapterText = ['# One', ...paragraphs, ...notes].join('\n\n');
    const pages = await printed(
      chapterText,
      '{ trim: A5 }',
      {},
      'place: foot, numbering: page, short: columns',
    );
    const noted = pages
      .map(({ runs }) =>
        runs.flatMap(({ text: run, x, y }) => (/^Note\d+\.$/.test(run) ? [{ run, x, y }] : [])),
      )
      .filter((each) => each.length > 2);
    expect(noted.length).toBeGreaterThan(4);
    for (const each of noted) {
      const [first, second] = each;
      expect(second?.x).toBeCloseTo(first?.x ?? 0, 0);
      expect(second?.y).toBeGreaterThan(first?.y ?? 0);
      expect(each.at(-1)?.x).toBeGreaterThan(first?.x ?? 0);
    }
    for (const page of pages) {
      const labels = page.runs.flatMap(({ text: run }) => (/^\d+\.$/.test(run) ? [run] : []));
      expect(labels).toEqual(labels.map((_, index) => `${index + 1}.`));
    }
  },
);
