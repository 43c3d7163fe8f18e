import { expect, it } from 'vitest';
import { messageAt } from '../../../src/book/messages/messages.ts';
import { emitSeries, type ReportedBook } from '../../../src/emit/report/emit-series.ts';

const tide: ReportedBook = {
  name: 'the tide',
  title: 'The <Tide>',
  language: 'en',
  authors: ['Ada', 'Bo'],
  isReleased: true,
  pages: 1212,
  messages: [messageAt('01.md', 'link-target', 'It leads nowhere', { line: 3, column: 4 })],
  files: [
    { path: 'tide.epub', kind: 'epub', size: 12_345, sha256: 'ab' },
    { path: 'report.html', kind: 'report', size: 1, sha256: 'cd' },
  ],
  cover: { caption: 'Cover', mediaType: 'image/png', bytes: Buffer.from('png'), width: 2, height: 3 },
};
const pier: ReportedBook = {
  ...tide,
  name: 'pier',
  title: 'Ночь',
  language: 'ru',
  isReleased: false,
  files: [],
  messages: [],
};

async function page(...books: ReportedBook[]): Promise<string> {
  return Buffer.from(await emitSeries(books, '1.2')).toString('utf8');
}

it('says of each book whether it is released, and leads to its report and files', async () => {
  const html = await page(tide, pier, { ...pier, name: 'quay', fault: 'was not built' });
  expect(html).toContain('<h1>1 of 3 books are released</h1>');
  expect(html).toContain('<a href="the%20tide/report.html"><span lang="en">The &#x3C;Tide></span></a>');
  expect(html).toContain('<a href="the%20tide/tide.epub">the tide/tide.epub</a>');
  expect(html).toContain('<span class="error">has errors</span>');
  expect(html).toContain('<span class="error">was not built</span>');
  expect(html).toContain('01.md:3:4');
  expect(html).toContain('1,212');
});

it('needs nothing else, and is the same for the same books', async () => {
  expect(await page(tide)).not.toMatch(/<script|<link|src="(?!data:)/);
  expect(await page(tide)).toBe(await page(tide));
  expect(await page(pier)).toContain('Nothing was found.');
});
