import { describe, expect, test } from 'vitest';
import type { Asset, Assets, Book, Hast } from '../../../../src/book/book.ts';
import { numberSpots } from '../../../../src/html/number-spots.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { readPdf, type PdfPage } from '../../../support/read-pdf.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';
import { lettersOf, textFrom } from '../../../support/text-from.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeContents, makeLooks, makePrint, makeProse, makeSection } from '../../../builders/hast-book.ts';

const running = await sharedBrowser();

const square: Asset = {
  path: 'images/square.svg',
  mediaType: 'image/svg+xml',
  bytes: Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="300"><rect width="200" height="300"/></svg>',
  ),
};

/** The letters of a page without what stands above and below its text, and without figures at its head. */
function wordsOf({ runs, height }: PdfPage, below = height * 0.93): string {
  const top = Math.max(height * 0.08, height - below);
  const text = runs.flatMap(({ text: each, y }) => (y > top && y < height * 0.93 ? [each] : []));
  return lettersOf(text.join(''));
}

/** What each page begins with: in print, and in the book at the place found for it. */
async function beginnings(
  book: Book<Hast>,
  assets: Assets = new Map(),
): Promise<{ printed: string[]; found: Array<string | undefined>; blank: boolean[] }> {
  numberSpots(book);
  const { screen, pageMap } = await finishBook(book, assets, await makeLooks(book), running);
  if (screen === undefined) throw new Error('Nothing was printed');
  const starts = new Map(pageMap.starts.map((start) => [start.page, start]));
  const { pages } = await readPdf(screen);
  return {
    printed: pages.map((page, index) => wordsOf(page, starts.get(index)?.below).slice(0, 24)),
    found: pages.map((_, page) => {
      const start = starts.get(page);
      return start === undefined ? undefined : textFrom(book, start, 12);
    }),
    blank: pageMap.pages.map(({ blank }) => blank),
  };
}

/** For every page whether it begins where the place found for it says, and for empty ones that there is none. */
async function areExact(book: Book<Hast>, assets?: Assets): Promise<boolean[]> {
  const { printed, found, blank } = await beginnings(book, assets);
  return printed.map((words, page) => {
    const begins = found[page];
    return begins === undefined ? blank[page] === true : words.startsWith(begins);
  });
}

const rows = Array.from({ length: 90 }, (_, row) => `<tr><td>row${row}a</td><td>row${row}b</td></tr>`);
const verse = Array.from({ length: 80 }, (_, line) => `<span class="line">Verse the ${line}th</span>`);

describe('the places where pages begin', () => {
  test('are those of the first words of prose, also within lines that were set', async () => {
    const html = makeProse(
      24,
      'An <em>extraordinarily misunderstood</em> characterization, self-contained, of ' +
        'incomprehensibilities and <code>counterrevolutionaries()</code> notwithstanding. '.repeat(4),
    );
    const preface = makeSection('preface', makeProse(9), { role: 'preface' });
    const body = [makeSection('one', html), makeSection('two', makeProse(20))];
    const book = makeBook({ front: [preface], body }, makePrint({ openings: 'right' }));
    const exact = await areExact(book);
    expect(exact.length).toBeGreaterThan(8);
    expect(exact).not.toContain(false);
  });

  test('are those of rows, verses, list items and listings', async () => {
    const html =
      `<table><thead><tr><th>Left</th><th>Right</th></tr></thead><tbody>${rows.join('')}</tbody></table>` +
      `<div class="verse"><p>${verse.join('<br>')}</p></div>` +
      `<ul>${Array.from({ length: 60 }, (_, item) => `<li>item ${item}</li>`).join('')}</ul>` +
      `<pre><code>${Array.from({ length: 90 }, (_, line) => `line${line}();`).join('\n')}</code></pre>`;
    const { printed, found } = await beginnings(makeBook({ body: [makeSection('one', html)] }));
    expect(printed.length).toBeGreaterThan(6);
    // The head of a table is repeated on each of its pages.
    expect(found).toEqual(
      printed.map((words, page) => expect.stringMatching(beginningOf(words, found[page]))),
    );
  });

  test('are those of pictures, and none of contents that only print has numbers in', async () => {
    const html = `${makeProse(3)}<figure><img src="images/square.svg" alt="A square"><figcaption>Squarely</figcaption></figure>`;
    const book = makeBook({
      front: [makeContents({ one: 'First', two: 'Second' })],
      body: [makeSection('one', html.repeat(4)), makeSection('two', makeProse(2))],
    });
    const exact = await areExact(book, new Map([[square.path, square]]));
    expect(exact.length).toBeGreaterThan(5);
    expect(exact).not.toContain(false);
  });

  test('are not looked for where no element says which spot it is', async () => {
    const book = makeBook({ body: [makeSection('one', makeProse(4))] });
    const { pageMap } = await finishBook(book, new Map(), await makeLooks(book), running);
    expect(pageMap.starts).toEqual([]);
  });
});

/** What a page begins with, perhaps below the repeated head of a table. */
function beginningOf(words: string, found = ''): RegExp {
  const rest = words.replace(/^LeftRight(?=row[^0])/, '');
  return new RegExp(`^${rest.slice(0, found.length)}`);
}
