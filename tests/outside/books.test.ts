import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, type BuildResult } from '../../src/build/build.ts';
import { hasCommand, hasFile, output } from './tools.ts';

/*
 * Whole books, judged by tools that share nothing with Colophon. Books beside the project are
 * built where they lie; the Handbook always is.
 */
const root = new URL('../../', import.meta.url).pathname;
const books = [
  { name: 'the Handbook', folder: join(root, 'manuscript') },
  { name: 'Moby-Dick', folder: join(root, '../shared/books/moby-dick') },
  { name: 'the article', folder: join(root, '../shared/books/entente') },
].filter(({ folder }) => existsSync(folder));

const poppler = hasCommand('pdftotext') && hasCommand('pdffonts') && hasCommand('pdfinfo');
const qpdf = hasCommand('qpdf');
const java = hasCommand('java');
/** Debian's is the 4.2 line, whose rules some stores still apply. */
const olderJar = '/usr/share/java/epubcheck.jar';
const jar = process.env['EPUBCHECK_JAR'];

describe.each(books)('$name', ({ folder }) => {
  const temporary = mkdtempSync(join(tmpdir(), 'colophon-outside-'));
  const pdf = join(temporary, 'book.pdf');
  const epub = join(temporary, 'book.epub');
  let result: BuildResult;

  beforeAll(async () => {
    result = await build(folder);
    for (const { kind, bytes } of result.artifacts) {
      if (kind === 'pdf') writeFileSync(pdf, bytes);
      if (kind === 'epub') writeFileSync(epub, bytes);
    }
  });
  afterAll(() => rmSync(temporary, { recursive: true, force: true }));

  it('builds without errors', () => {
    expect(result.messages.filter((message) => message.severity === 'error')).toEqual([]);
    expect(result.ok).toBe(true);
  });

  it.runIf(poppler)('embeds every font, none of Type 3', () => {
    const lines = output('pdffonts', [pdf]).trim().split('\n').slice(2);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).not.toMatch(/Type 3/);
      expect(line).toMatch(/\byes yes yes\b/);
    }
  });

  it.runIf(poppler)('prints the page of every contents entry as the page its heading is on', () => {
    const pages = output('pdftotext', ['-layout', pdf, '-']).split('\f');
    const labels = result.pageMap?.pages.map((page) => page.label) ?? [];
    const entries = contentsEntries(pages);
    expect(entries.length).toBeGreaterThan(3);
    for (const { title, label } of entries) {
      const index = labels.indexOf(label);
      expect(squeeze(pages[index] ?? ''), `${title} on page ${label}`).toContain(squeeze(title));
    }
  });

  it.runIf(qpdf)('is a PDF without faults', () => {
    expect(output('qpdf', ['--check', pdf])).toMatch(/No syntax or stream encoding errors found/);
  });

  it.runIf(java && hasFile(olderJar, 'epubcheck.jar'))('satisfies the older EPUBCheck', () => {
    expect(() => output('java', ['-jar', olderJar, '--failonwarnings', epub])).not.toThrow();
  });

  it.runIf(java && hasFile(jar, 'epubcheck.jar'))('satisfies the current EPUBCheck', () => {
    expect(() => output('java', ['-jar', jar ?? '', '--failonwarnings', epub])).not.toThrow();
  });
});

/** Title and page label of each line of the contents pages, lines of one entry joined. */
function contentsEntries(pages: ReadonlyArray<string>): Array<{ title: string; label: string }> {
  const first = pages.findIndex((page) => /^\s*Contents\s*$/m.test(page));
  const entries: Array<{ title: string; label: string }> = [];
  for (const page of pages.slice(first)) {
    const lines = page.split('\n').map((line) => line.trim());
    const found = lines.flatMap((line) => {
      const [, title, label] = /^(.*\S)\s{2,}(\d+|[ivxlc]+)$/.exec(line) ?? [];
      return title === undefined || label === undefined ? [] : [{ title, label }];
    });
    if (found.length < 2) break;
    entries.push(...found);
  }
  return entries;
}

/** Letters and digits alone: numbers, spacing and hyphens stand differently in contents and headings. */
function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
