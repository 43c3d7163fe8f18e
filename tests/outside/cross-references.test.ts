import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, type BuildResult } from '../../src/build/build.ts';
import { hasCommand, output } from './tools.ts';
import { held } from '../builders/held.ts';

const chapters = 6;
const perChapter = 5;
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="90"><rect width="200" height="90"/></svg>';

/*
 * A book full of references whose page numbers make lines and pages longer, its pages read by
 * pdftotext, which knows nothing of links: what each reference says against the page on which the
 * caption, the heading or the note with that number stands.
 */
describe.runIf(hasCommand('pdftotext'))('cross-references in a finished book', () => {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-references-'));
  let result: BuildResult;
  let pages: string[] = [];
  let labels: string[] = [];

  beforeAll(async () => {
    const manuscript = join(folder, 'manuscript');
    mkdirSync(join(manuscript, 'images'), { recursive: true });
    writeFileSync(join(manuscript, 'images', 'ship.svg'), drawing);
    writeFileSync(
      join(manuscript, 'book.yaml'),
      'title: Voyages\nlanguage: en\nlists: { figures: true, tables: true }\n' +
        'numbering: { tables: chapter }\nprint: { trim: A6, openings: any }\n',
    );
    for (let chapter = 1; chapter <= chapters; chapter++) {
      writeFileSync(join(manuscript, `0${chapter}-voyage.md`), chapterText(chapter));
    }
    result = await build(manuscript);
    const pdf = join(folder, 'book.pdf');
    writeFileSync(pdf, held(result.artifacts.find(({ kind }) => kind === 'pdf')?.bytes));
    pages = output('pdftotext', ['-raw', pdf, '-']).split('\f').slice(0, -1);
    labels = result.pageMap?.pages.map(({ label }) => label) ?? [];
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The label of the page on which a line begins so, behind the contents and the lists. */
  function pageOf(beginning: string): string | undefined {
    const line = new RegExp(`^${beginning.replaceAll('.', '\\.')}`, 'm');
    return labels[pages.findIndex((page, index) => /^\d+$/.test(labels[index] ?? '') && line.test(page))];
  }

  it('raise no message', () => {
    expect(result.messages).toEqual([]);
    expect(pages).toHaveLength(labels.length);
  });

  it('name the number and the page of what they lead to', () => {
    const text = pages.join('\n').replaceAll(/\s+/g, ' ');
    const found = [...text.matchAll(/see ((figure|table) (\d+(?:\.\d+)?)), page (\d+)/g)];
    expect(found).toHaveLength(chapters * perChapter * 2);
    for (const [all, , kind = '', number = '', page] of found) {
      const caption = `${kind === 'figure' ? 'Figure' : 'Table'} ${number}. `;
      expect(page, all).toBe(pageOf(caption));
    }
  });

  it('in the lists name the same pages', () => {
    const lists = pages.filter((_, index) => /^[ivx]+$/.test(labels[index] ?? '')).join('\n');
    const found = [...lists.matchAll(/^(\d+(?:\.\d+)?) (Ship|Cargo) \d+ in chapter \d+\.? (\d+)$/gm)];
    expect(found).toHaveLength(chapters * perChapter * 2);
    for (const [all, number = '', kind, page] of found) {
      expect(page, all).toBe(pageOf(`${kind === 'Ship' ? 'Figure' : 'Table'} ${number}. `));
    }
  });

  it('are links in the e-book, which name the same pages', async () => {
    const bytes = held(result.artifacts.find(({ kind }) => kind === 'epub')?.bytes);
    const { files } = await JSZip.loadAsync(bytes);
    const names = Object.keys(files).filter((path) => /voyage[^/]*\.xhtml$/.test(path));
    const texts = await Promise.all(names.map(async (name) => (await files[name]?.async('string')) ?? ''));
    const links = texts.flatMap((text) => [
      ...text.matchAll(/see <a href="[\w-]+\.xhtml#[\w-]+" class="ref">.*?<\/a>/g),
    ]);
    const found = links.flatMap(([link]) => [
      ...link
        .replaceAll(/<[^>]*>/g, '')
        .matchAll(/^see ((figure|table)\u00A0(\d+(?:\.\d+)?)), page\s(\d+)$/g),
    ]);
    expect(found).toHaveLength(chapters * perChapter * 2);
    for (const [all, , kind = '', number = '', page] of found)
      expect(page, all).toBe(pageOf(`${kind === 'figure' ? 'Figure' : 'Table'} ${number}. `));
  });
});

/** Paragraphs whose last lines are nearly full before the page numbers come. */
function chapterText(chapter: number): string {
  const parts = Array.from({ length: perChapter }, (_, index) => {
    const own = index + 1;
    const other = chapters + 1 - chapter;
    return [
      'The ship went on through the night and the sea was high. '.repeat(2 + ((own * chapter) % 3)) +
        `Now see :ref[0${other}-voyage.md#ship-${own}]{page}, and see :ref[0${other}-voyage.md#cargo-${own}]{page}.`,
      `:::figure{#ship-${own}}\n![A ship](images/ship.svg)\n\nShip ${own} in chapter ${chapter}.\n:::`,
      `:::table{#cargo-${own}}\nCargo ${own} in chapter ${chapter}.\n\n| Good | Tons |\n|---|--:|\n| Oil | ${own} |\n:::`,
    ].join('\n\n');
  });
  return `# Voyage ${chapter}\n\n${parts.join('\n\n')}\n`;
}
