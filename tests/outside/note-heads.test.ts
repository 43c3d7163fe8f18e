import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { hasCommand, output } from './tools.ts';
import { held } from '../builders/held.ts';

const chapters = 12;
const notesPerChapter = 14;

/*
 * A book whose notes fill many pages, some of them longer than a page is high; its pages read by
 * pdftotext, which knows nothing of links: the head of every page of notes against the pages on
 * which the marks of its notes stand.
 */
describe.runIf(hasCommand('pdftotext'))('the heads of the pages of notes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-heads-'));
  const pdf = join(folder, 'book.pdf');
  let pages: string[] = [];
  let labels: string[] = [];

  beforeAll(async () => {
    const manuscript = join(folder, 'manuscript');
    mkdirSync(manuscript);
    writeFileSync(
      join(manuscript, 'book.yaml'),
      'title: Voyages\nlanguage: en\nnotes: { numbering: book }\nprint: { trim: A6, openings: any }\n',
    );
    for (let chapter = 1; chapter <= chapters; chapter++) {
      const name = `${String(chapter).padStart(2, '0')}-voyage.md`;
      writeFileSync(join(manuscript, name), chapterText(chapter));
    }
    const { artifacts, pageMap } = await build(manuscript, { only: ['pdf'] });
    writeFileSync(pdf, held(artifacts.find(({ kind }) => kind === 'pdf')?.bytes));
    pages = output('pdftotext', ['-layout', pdf, '-']).split('\f').slice(0, -1);
    labels = pageMap?.pages.map(({ label }) => label) ?? [];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('name the first and the last page with a mark of their notes', () => {
    expect(pages).toHaveLength(labels.length);
    const first = pages.findIndex((page) => /^\s*Notes\s*$/m.test(page));
    const marks = new Map<number, number>();
    pages.slice(0, first).forEach((page, index) => {
      // Every mark of this book stands behind the word "word".
      for (const [, number] of page.matchAll(/word\u2060*(\d+)/g)) marks.set(Number(number), index);
    });
    expect(marks.size).toBe(chapters * notesPerChapter);

    let running = 0;
    let compared = 0;
    for (const [offset, page] of pages.slice(first).entries()) {
      const lines = page.split('\n').filter((line) => line.trim() !== '');
      const body = offset === 0 ? lines : lines.slice(1);
      const numbers = body.flatMap((line) => {
        const [, number] = /^\s*(\d+)\.\s/.exec(line) ?? [];
        return number === undefined ? [] : [Number(number)];
      });
      const continued = running > 0 && !/^\s*(?:\d+\.\s|\d+ Voyage)/.test(body[0] ?? '');
      const here = [...(continued ? [running] : []), ...numbers];
      running = numbers.at(-1) ?? running;
      // The page on which the notes open bears no head.
      if (offset === 0) continue;
      const found = here.map((number) => marks.get(number) ?? Number.NaN);
      const from = labels[Math.min(...found)];
      const to = labels[Math.max(...found)];
      const wanted = from === to ? `Notestopage${from}` : `Notestopages${from}–${to}`;
      expect(squeezed(lines[0] ?? ''), `page ${labels[first + offset]}`).toBe(
        [wanted, labels[first + offset]].toSorted((a, b) => place(lines[0], a) - place(lines[0], b)).join(''),
      );
      compared++;
    }
    expect(compared).toBeGreaterThan(10);
  });
});

function chapterText(chapter: number): string {
  const numbers = Array.from({ length: notesPerChapter }, (_, index) => index + 1);
  const paragraphs = numbers.map(
    (number) => `${prose.repeat(1 + ((chapter * number) % 4))} word.[^${number}]`,
  );
  const notes = numbers.map((number) => {
    const long = (chapter * 7 + number) % 23 === 0 ? 40 : 1 + ((chapter + number) % 4);
    return `[^${number}]: ${prose.repeat(long)}`;
  });
  return [`# Voyage ${chapter}`, ...paragraphs, ...notes].join('\n\n').replaceAll('word.[', 'word[');
}

const prose = 'The sea was calm and the wind came from the south, as it had done for many days. ';

function squeezed(line: string): string {
  return line.replaceAll(/\s/g, '');
}

/** Folios stand left on left-hand pages and right on right-hand ones. */
function place(line: string | undefined, part: string | undefined): number {
  const at = squeezed(line ?? '').indexOf(part ?? '');
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
}
