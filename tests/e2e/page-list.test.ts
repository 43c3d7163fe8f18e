import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { build, type BuildResult } from '../../src/build/build.ts';
import { held } from '../builders/held.ts';
import { unpack } from '../builders/rich-book.ts';
import { readPdf, type PdfPage } from '../support/read-pdf.ts';
import { lettersOf } from '../support/text-from.ts';
import { wholeBook } from '../support/whole-books.ts';

/** What follows each mark in the order of the spine, letters and digits alone, by the label of the page. */
async function markedText(epub: Uint8Array): Promise<Map<string, string>> {
  const files = await unpack(epub);
  const opf = files.get('OEBPS/content.opf') ?? '';
  const hrefs = new Map(
    [...opf.matchAll(/<item id="([^"]*)" href="([^"]*)"/g)].map(([, id, href]) => [id, href]),
  );
  const spine = [...opf.matchAll(/<itemref idref="([^"]*)"/g)].map(([, id]) => hrefs.get(id) ?? '');
  const all = spine.map((file) => (files.get(`OEBPS/${file}`) ?? '').replace(/^.*<body/s, '<body')).join('');
  const parts = all.split(
    /<span id="[^"]*" role="doc-pagebreak" epub:type="pagebreak" aria-label="([^"]*)"><\/span>/,
  );
  const marked = new Map<string, string>();
  for (let at = 1; at < parts.length; at += 2) {
    const text = parts.slice(at + 1).filter((_, index) => index % 2 === 0);
    marked.set(parts[at] ?? '', lettersOf(plain(text.slice(0, 6).join(''))).slice(0, 40));
  }
  return marked;
}

/** The text of markup, without what print has in another form. */
function plain(xhtml: string): string {
  return xhtml
    .replaceAll(/<math.*?<\/math>/gs, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

/** The pages that print has and which are not empty, by label: the letters between head and foot. */
async function printedText(pdf: Uint8Array): Promise<Map<string, string>> {
  const { pages, labels } = await readPdf(pdf);
  const textOf = ({ runs, height }: PdfPage): string =>
    runs.flatMap(({ text, y }) => (y > height * 0.08 && y < height * 0.93 ? [text] : [])).join('');
  return new Map(pages.map((page, index) => [labels[index] ?? '', lettersOf(textOf(page))]));
}

/**
 * The labels of pages that do not begin with what follows their mark, but for the number of a note or an item: where
 * the page begins within a word, the mark stands before it.
 */
function astray(marked: ReadonlyMap<string, string>, printed: ReadonlyMap<string, string>): string[] {
  return [...marked].flatMap(([label, text]) => {
    const page = printed.get(label) ?? '';
    const words = text.slice(0, 12);
    if (page.length < words.length) return words.startsWith(page) ? [] : [label];
    const begins = page.startsWith(words) || page.replace(/^\p{N}+/u, '').startsWith(words);
    const within = text.indexOf(page.slice(0, 12));
    return begins || (within > 0 && within < 24) ? [] : [`${label}: ${words} ≠ ${page.slice(0, 20)}`];
  });
}

const prose =
  'The *extraordinarily* misunderstood characterization of the counterrevolutionary incomprehensibilities, ' +
  'self-contained and notwithstanding, went on[^n] beyond all proportion of what had been told before. ';
const verse = Array.from({ length: 45 }, (_, line) => `Verse the ${line}th`).join('\\\n');
const rows = Array.from({ length: 70 }, (_, row) => `| row${row} | cell${row} |`).join('\n');

/** A book whose pages begin in prose, verse and cells, with notes at their foot and a preface before page 1. */
const files: Readonly<Record<string, string>> = {
  'book.yaml':
    'title: Pages\nlanguage: en\ncontributors: [{ name: A, role: author }]\ncopyright: { year: 2024 }\n' +
    'notes: { place: foot }\nprint: { trim: A5, openings: right }\n' +
    'contents: [preface.md, one.md]\n',
  'preface.md': `# Preface\n\n${Array.from({ length: 9 }, () => prose.replace('[^n]', '')).join('\n\n')}\n`,
  'one.md':
    `# One\n\n${Array.from({ length: 24 }, (_, index) => prose.replace('[^n]', `[^${index}]`)).join('\n\n')}\n\n` +
    `:::verse\n${verse}\n:::\n\n| Left | Right |\n|---|---|\n${rows}\n\n` +
    `${Array.from({ length: 24 }, (_, index) => `[^${index}]: Note the ${index}th, which is told in some words more.`).join('\n\n')}\n`,
};

async function built(only?: 'epub'): Promise<BuildResult> {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-pages-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) await writeFile(join(folder, path), content);
  return build(folder, only === undefined ? {} : { only: [only] });
}

function bytesOf({ artifacts, messages }: BuildResult, kind: string): Uint8Array {
  const artifact = artifacts.find((each) => each.kind === kind);
  if (artifact === undefined) throw new Error(`There is no ${kind}: ${JSON.stringify(messages)}`);
  return held(artifact.bytes);
}

describe('the printed pages in the e-book', () => {
  it('begin with the words of the PDF, in prose, verse and tables, with notes at the foot', async () => {
    const all = await built();
    const epub = bytesOf(all, 'epub');
    const [marked, printed] = await Promise.all([markedText(epub), printedText(bytesOf(all, 'pdf'))]);
    const without = new Map(
      [...printed].map(([label, text]) => [label, text.replace(/^LeftRight(?=row[1-9])/, '')]),
    );
    expect(astray(new Map([...marked].filter(([, text]) => !text.startsWith('Contents'))), without)).toEqual(
      [],
    );
    expect(
      [...printed].flatMap(([label, text]) => (text !== '' && !marked.has(label) ? [label] : [])),
    ).toEqual([]);
    expect([...marked.keys()]).toEqual(expect.arrayContaining(['i', 'iii', '1', '8']));
    // The e-book alone is laid out for its pages, and is the same.
    expect(Buffer.from(bytesOf(await built('epub'), 'epub')).equals(epub)).toBe(true);
  });

  it('are those of whole books', async () => {
    const book = await wholeBook('the Handbook');
    const [marked, printed] = await Promise.all([
      markedText(book.bytes('epub')),
      printedText(book.bytes('pdf')),
    ]);
    const labels = book.pageMap?.pages.flatMap(({ label, blank }) => (blank ? [] : [label])) ?? [];
    // The half title is in print alone.
    expect([...marked.keys()]).toEqual(labels.filter((label) => label !== 'i'));
    // Contents, indexes and tables with heads have numbers and words in print that the e-book has elsewhere.
    expect(astray(marked, printed).length).toBeLessThan(marked.size / 6);
  });

  it('are what cross-references name, and lead to what they name', async () => {
    const book = await wholeBook('the Handbook');
    const { pageMap } = book;
    const text = [...(await unpack(book.bytes('epub'))).values()].join('');
    const named = [
      ...text.matchAll(
        /<a href="[^"#]*#([^"]*)" class="ref">(?:(?!<\/a>).)*?<span class="page-number">([^<]*)</g,
      ),
    ];
    const labelOf = (id = ''): string | undefined => pageMap?.pages[pageMap.anchors.get(id) ?? -1]?.label;
    expect(named.length).toBeGreaterThan(1);
    expect(named.map(([, , label]) => label)).toEqual(named.map(([, id]) => labelOf(id)));
  });
});
