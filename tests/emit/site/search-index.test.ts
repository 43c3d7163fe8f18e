import { runInNewContext } from 'node:vm';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { pagesOf } from '../../../src/emit/site/pages.ts';
import { placesIn, searchIndex } from '../../../src/emit/site/search-index.ts';
import { searchOptions, type SearchedPlace } from '../../../src/emit/site/search-options.ts';
import { makeBook } from '../../builders/book.ts';
import { makeSection } from '../../builders/hast-book.ts';

const book = makeBook({
  body: [
    makeSection(
      'one',
      '<p>Of the wha\u00ADle<a role="doc-noteref" href="#n">1</a></p><p>and more.</p><h2 id="deep">Deep water<a role="doc-noteref">2</a></h2><p>Sharks &lt;b&gt;</p>',
      { title: 'Loomings', number: '1' },
    ),
  ],
  back: [
    makeSection('notes', '<ol><li id="n"><p>A note on krill.</p></li></ol>', {
      role: 'endnotes',
      title: 'Notes',
    }),
    makeSection(
      'works',
      '<ul><li id="w"><a role="doc-backlink" href="#n">Roe, Rita</a>. Ships <a role="doc-backlink" href="#m">↩\uFE0E</a></li></ul>',
      { role: 'bibliography', title: 'Works' },
    ),
    makeSection('the-index', '<p>whale, 1</p>', { role: 'index', title: 'Index' }),
  ],
});

test('headings with the text below them, and notes, are places; the index is none', () => {
  const places = placesIn(pagesOf(book));
  expect(places.map(({ title, page, href, text }) => [title, page, href, text])).toEqual([
    ['Loomings', '1 Loomings', 'one.html', 'Of the whale and more.'],
    ['Deep water', '1 Loomings', 'one.html#deep', 'Sharks <b>'],
    ['Notes', 'Notes', 'notes.html', ''],
    ['Notes', 'Notes', 'notes.html#n', 'A note on krill.'],
    ['Works', 'Works', 'works.html', ''],
    ['Works', 'Works', 'works.html#w', 'Roe, Rita. Ships'],
  ]);
});

test('the script hands over an index in which words and beginnings of words are found', () => {
  const script = searchIndex(pagesOf(book));
  expect(script).not.toContain('<');
  let json = '';
  runInNewContext(script, { colophonIndex: (given: string) => (json = given) });
  const index = MiniSearch.loadJSON<SearchedPlace>(json, searchOptions);
  const found = (words: string): unknown[] => index.search(words).map(({ href }) => href as unknown);
  expect(found('Rita')).toEqual(['works.html#w']);
  expect(found('shar')).toEqual(['one.html#deep']);
  expect(found('KRILL note')).toEqual(['notes.html#n']);
  expect(found('krill shark')).toEqual([]);
});
