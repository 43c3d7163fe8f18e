import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { figuresOf, type Figures } from '../../bench/figures.mjs';
import { sheetOf } from '../../bench/sheet.mjs';
import { geometryOf } from '../../src/emit/pdf/page/geometry.ts';
import { readTheme } from '../../src/read/templates/theme.ts';
import { sixByNine } from '../builders/metadata.ts';
import { wholeBook, type WholeBookName } from '../support/whole-books.ts';
import { hasCommand } from './tools.ts';

/*
 * What a designer would circle, measured in four books by pdftotext: none of it may get worse than it was when the
 * figures were last recorded (COLOPHON_FIGURES=record). Sheets of spreads are left in COLOPHON_SCREENS, before and
 * now, so that a change can be looked at.
 */
const recordedIn = new URL('figures/', import.meta.url);
const isRecording = process.env['COLOPHON_FIGURES'] === 'record';

const books = [
  ['a long novel', 'literary'],
  ['the Handbook', 'literary'],
  ['the Handbook in the theme modern', 'modern'],
  ['the Handbook in the theme scholarly', 'scholarly'],
] as const satisfies ReadonlyArray<readonly [WholeBookName, string]>;

/** By how much a figure may differ: the text of the Handbook changes with what it tells of. */
const allowed = {
  deviation: { novel: 0.001, handbook: 0.006 },
  loose: { novel: 0.1, handbook: 1.5 },
  tight: { novel: 1, handbook: 4 },
  ladders: { novel: 0, handbook: 1 },
  runts: { novel: 3, handbook: 10 },
  fragments: { novel: 1, handbook: 3 },
  full: { novel: 1, handbook: 10 },
  uneven: { novel: 2, handbook: 12 },
} as const;

/** Milliseconds: other tests read the same books, and whoever comes first builds them. */
const patience = 300_000;

/** Of these, more is better. */
const better: ReadonlySet<string> = new Set(['full']);

/** What has become worse, in words. */
function worse(before: Figures, now: Figures, kind: 'novel' | 'handbook'): string[] {
  return Object.entries(allowed).flatMap(([name, room]) => {
    const figure = name as keyof typeof allowed;
    const change = (now[figure] - before[figure]) * (better.has(name) ? -1 : 1);
    return change > room[kind] + 1e-9 ? [`${name}: ${before[figure]} before, ${now[figure]} now`] : [];
  });
}

describe.runIf(['pdftotext', 'pdftoppm'].every(hasCommand))('the lines and pages', () => {
  it.each(books)(
    'of %s are as good as they were',
    async (name, theme) => {
      const file = (await wholeBook(name)).file('pdf');
      const { type } = await readTheme(theme);
      const now = await figuresOf(file, geometryOf(sixByNine, type).fontSize);
      const slug = name.replaceAll(' ', '-');
      const [figures, picture] = [`${slug}.json`, `${slug}.png`].map((path) => new URL(path, recordedIn));
      const sheet = await sheetOf(file);
      if (isRecording) {
        await writeFile(figures!, `${JSON.stringify(now, undefined, 2)}\n`);
        await writeFile(picture!, sheet);
      }
      const folder = join(process.env['COLOPHON_SCREENS'] ?? inject('runFolder'), 'spreads');
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${slug}-now.png`), sheet);
      await writeFile(join(folder, `${slug}-before.png`), await readFile(picture!));
      const before = JSON.parse(await readFile(figures!, 'utf8')) as Figures;
      const kind = name === 'a long novel' ? 'novel' : 'handbook';
      const where = `${join(folder, slug)}-before.png and -now.png`;
      const hint = `look at ${where}; if it is meant, COLOPHON_FIGURES=record records it`;
      expect(worse(before, now, kind), hint).toEqual([]);
    },
    patience,
  );
});

describe('worse', () => {
  const figures = {
    lines: 900,
    mean: 0.22,
    deviation: 0.05,
    loose: 0.2,
    tight: 20,
    hyphens: 15,
    ladders: 0,
    runts: 9,
    fragments: 1,
    pages: 50,
    full: 70,
    spreads: 20,
    uneven: 30,
  };

  it.each([
    ['loose', 0.5],
    ['deviation', 0.06],
    ['tight', 22],
    ['ladders', 1],
    ['runts', 20],
    ['fragments', 3],
    ['full', 60],
    ['uneven', 40],
  ])('tells of %s', (name, figure) => {
    expect(worse(figures, { ...figures, [name]: figure }, 'novel')).toEqual([
      expect.stringMatching(new RegExp(`^${name}: .* before, ${figure} now$`)),
    ]);
  });

  it('has nothing to say of what is better or the same', () => {
    expect(worse(figures, { ...figures, full: 90, uneven: 3, loose: 0, runts: 2 }, 'novel')).toEqual([]);
  });
});
