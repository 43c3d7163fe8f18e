import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, type BuildResult } from '../../src/build/build.ts';
import { hasCommand, output } from './tools.ts';
import { held } from '../builders/held.ts';

const chapters = 8;
const terms = Array.from({ length: 26 }, (_, index) => `zq${String.fromCodePoint(97 + index)}x`);

/*
 * A book with hundreds of places in its index, marked by hand and by index.yaml; its pages read by
 * pdftotext, which knows nothing of links: the numbers behind each term against the pages that
 * have the word.
 */
describe.runIf(hasCommand('pdftotext'))('the index', () => {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-index-'));
  const pdf = join(folder, 'book.pdf');
  let result: BuildResult;
  let pages: string[] = [];

  beforeAll(async () => {
    const manuscript = join(folder, 'manuscript');
    mkdirSync(manuscript);
    writeFileSync(
      join(manuscript, 'book.yaml'),
      'title: Voyages\nlanguage: en\nprint: { trim: A6, openings: any }\n',
    );
    // Half of the terms are marked in the text, the other half are found.
    writeFileSync(
      join(manuscript, 'index.yaml'),
      terms.filter((_, index) => index % 2 === 1).join(':\n') + ':\n',
    );
    for (let chapter = 1; chapter <= chapters; chapter++) {
      writeFileSync(join(manuscript, `${chapter}-voyage.md`), chapterText(chapter));
    }
    result = await build(manuscript, { only: ['pdf'] });
    writeFileSync(pdf, held(result.artifacts.find(({ kind }) => kind === 'pdf')?.bytes));
    pages = output('pdftotext', ['-raw', pdf, '-']).split('\f').slice(0, -1);
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('names for each term the pages that have it, and no other', () => {
    const { pageMap, messages } = result;
    expect(messages.filter(({ rule }) => rule !== 'index-crowded')).toEqual([]);
    const squeezed = pages.map((text) => text.replaceAll(/[^a-z]/g, ''));
    const labels = pageMap?.pages.map(({ label }) => label) ?? [];
    const begin = pageMap?.anchors.get('index') ?? pages.length;
    const printed = pages
      .slice(begin)
      .join('\n')
      .replaceAll(/([–,])\s+/g, '$1 ')
      .replaceAll('– ', '–');
    for (const term of terms) {
      const wanted = labels.filter((_, page) => page < begin && squeezed[page]?.includes(term));
      const line = new RegExp(`\\b${term}, ([\\divxn–, ]+)`).exec(printed)?.[1] ?? '';
      expect({ term, pages: expand(line) }).toEqual({ term, pages: wanted });
    }
    expect(begin).toBeGreaterThan(40);
  });
});

/** "3, 5–7" as the numbers of the pages; without what notes add to them. */
function expand(line: string): string[] {
  const numbers = line
    .trim()
    .split(/,\s*/)
    .flatMap((each) => {
      const [first = 0, last = first] = each.replace(/n\d+$/, '').split('–').map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
  return [...new Set(numbers)].toSorted((a, b) => a - b).map(String);
}

function chapterText(chapter: number): string {
  const paragraphs = Array.from({ length: 24 }, (_, paragraph) => {
    const words = Array.from({ length: 60 }, (__, word) => {
      const seed = (chapter * 7919 + paragraph * 104_729 + word * 1299) % 997;
      if (seed % 23 !== 0) return filler[seed % filler.length];
      const index = seed % terms.length;
      return index % 2 === 0 ? `:index[${terms[index]}]` : terms[index];
    });
    return `${words.join(' ')}.${paragraph === 3 ? `[^n]` : ''}`;
  });
  return `# Voyage\n\n${paragraphs.join('\n\n')}\n\n[^n]: On :index[${terms[chapter]}] alone.\n`;
}

const filler = 'the ship went over calm seas by day and night while her men sang old songs of home'.split(
  ' ',
);
