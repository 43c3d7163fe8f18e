import { expect, test } from 'vitest';
import type { Book, Hast } from '../../../src/book/book.ts';
import { emitSite } from '../../../src/emit/site/emit-site.ts';
import { makeBook } from '../../builders/book.ts';
import { makeSection } from '../../builders/hast-book.ts';

const book: Book<Hast> = makeBook({
  front: [makeSection('title', '<p class="title">The Whale</p>', { role: 'titlepage', title: 'Title page' })],
  body: [
    makeSection('part', '', { role: 'part', title: 'Sea', number: 'I', toc: true }),
    makeSection(
      'index',
      '<p id="here">See <a href="#two">two</a>, <a href="#deep">deep</a> and <a href="#here">here</a>.</p><p><img src="images/a.svg" alt="A"></p>',
      { title: 'One', part: 'part', toc: true },
    ),
    makeSection('two', '<h2 id="deep">Deep</h2><p>Text</p>', {
      title: 'Two',
      part: 'part',
      toc: true,
      headings: [{ id: 'deep', depth: 2, text: 'Deep' }],
    }),
    makeSection('words', '<p>Only words.</p>', { title: 'For you', untitled: true, toc: true }),
  ],
});
const picture = {
  path: 'images/a.svg',
  mediaType: 'image/svg+xml',
  bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
};

function emitted(): Promise<Map<string, unknown>> {
  const looks = { fonts: [], stylesheet: 'h1 { background: url("images/a.svg") }' };
  return emitSite(book, new Map([[picture.path, picture]]), looks, '{"name":"<&"}');
}

const files = await emitted();

function page(name: string): string {
  return String(files.get(name));
}

test('a page for each section, all files side by side, the same each time', async () => {
  expect([...files.keys()].toSorted()).toEqual(
    'images-a.svg index-2.html index.html part.html search-index.js search.js site.css site.js two.html words.html'.split(
      ' ',
    ),
  );
  expect(await emitted()).toEqual(files);
});

test('links lead to pages, and pictures and styles to files that are there', () => {
  expect(page('index-2.html')).toContain('<a href="two.html">two</a>, <a href="two.html#deep">deep</a>');
  expect(page('index-2.html')).toContain('<a href="#here">here</a>');
  expect(page('index-2.html')).toContain('src="images-a.svg"');
  expect(page('site.css')).toContain('url("images-a.svg")');
  for (const html of [...files.keys()].filter((name) => name.endsWith('.html')).map(page))
    for (const [, file = ''] of html.matchAll(/(?:href|src)="([^"#:]+)/g))
      expect([...files.keys()]).toContain(file);
});

test('contents have parts with their chapters, and the headings of the page one is on', () => {
  expect(page('two.html')).toMatch(
    /<li><a href="part.html">I Sea<\/a><ol><li><a href="index-2.html">One<\/a><\/li><li><a href="two.html" aria-current="page">Two<\/a><ol><li><a href="#deep">Deep/,
  );
  expect(page('index-2.html')).not.toContain('#deep">Deep</a></li>');
});

test('pages are turned, and each has one heading of the first level and a title', () => {
  expect(page('two.html')).toMatch(/rel="prev" href="index-2.html".*rel="next" href="words.html"/s);
  expect(page('words.html')).toContain('<h1 class="site-unseen">For you</h1>');
  for (const name of ['index-2.html', 'two.html', 'words.html'])
    expect(page(name).match(/<h1/g)).toHaveLength(1);
  expect(page('two.html')).toContain('<title>Two · ');
});

test('the first page says for machines what the book is, without an end of the script in it', () => {
  expect(page('index.html')).toContain(String.raw`{"name":"\u003c\u0026"}`);
});

test('no page loads or runs anything from elsewhere', () => {
  for (const html of [...files.keys()].filter((name) => name.endsWith('.html')).map(page)) {
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)="(?:https?:)?\/\//);
  }
  expect(page('search.js')).toContain('Luca Ongaro');
});
