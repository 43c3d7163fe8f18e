import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

async function printed(): Promise<ReadonlyArray<PdfPage>> {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-feet-'));
  try {
    const config =
      'title: Feet\nlanguage: en\nnotes: { place: foot }\nprint: { trim: A5, fontSize: 10pt, lineHeight: 13pt }\n';
    await writeFile(join(folder, 'book.yaml'), config);
    await writeFile(join(folder, '1.md'), chapter());
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
    const pages = await printed();
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
