import { beforeAll, describe, expect, it } from 'vitest';
import { wholeBook, type WholeBook, type WholeBookName } from '../support/whole-books.ts';
import { hasCommand, output } from './tools.ts';

/* Whole books, judged by tools that share nothing with Colophon. */
const names: WholeBookName[] = ['the Handbook', 'an article', 'a long novel'];
const poppler = ['pdftotext', 'pdffonts', 'pdfinfo'].every(hasCommand);
const qpdf = hasCommand('qpdf');

describe.each(names)('%s', (name) => {
  let book: WholeBook;
  beforeAll(async () => {
    book = await wholeBook(name);
  });

  it('builds without errors', () => {
    expect(book.messages.filter((message) => message.severity === 'error')).toEqual([]);
    expect(book.ok).toBe(true);
  });

  it.runIf(poppler)('embeds every font, none of Type 3', () => {
    const lines = output('pdffonts', [book.file('pdf')])
      .trim()
      .split('\n')
      .slice(2);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).not.toMatch(/Type 3/);
      expect(line).toMatch(/\byes yes yes\b/);
    }
  });

  it.runIf(poppler)('prints the page of every contents entry as the page its heading is on', () => {
    const pages = output('pdftotext', ['-layout', book.file('pdf'), '-']).split('\f');
    const labels = book.pageMap?.pages.map((page) => page.label) ?? [];
    const entries = contentsEntries(pages);
    expect(entries.length).toBeGreaterThan(3);
    for (const { title, label } of entries) {
      const index = labels.indexOf(label);
      expect(squeeze(pages[index] ?? ''), `${title} on page ${label}`).toContain(squeeze(title));
    }
  });

  it.runIf(qpdf)('is a PDF without faults', () => {
    expect(output('qpdf', ['--check', book.file('pdf')])).toMatch(
      /No syntax or stream encoding errors found/,
    );
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
