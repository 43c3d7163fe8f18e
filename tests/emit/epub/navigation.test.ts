import { describe, expect, it } from 'vitest';
import { emitEpub } from '../../../src/emit/epub/emit-epub.ts';
import { targetsOf } from '../../../src/emit/links.ts';
import { depthOf, navigationOf, navPointsOf, type NavEntry } from '../../../src/emit/epub/navigation.ts';
import type { Book, Hast } from '../../../src/book/book.ts';
import { sections } from '../../../src/book/book.ts';
import {
  makeOneChapter,
  makeRichBook,
  makeSection,
  noTheme,
  richAssets,
  theme,
  unpack,
} from '../../builders/rich-book.ts';

function navigate(book: Book<Hast>): NavEntry[] {
  const placed = sections(book).map((section) => ({
    section,
    file: `${section.id}.xhtml`,
    replaced: section.role === 'toc',
  }));
  return navigationOf(book, targetsOf(placed));
}

function outline(entries: ReadonlyArray<NavEntry>): unknown[] {
  return entries.map(({ label, href, children }) =>
    children.length > 0 ? [label, href, outline(children)] : [label, href],
  );
}

describe('navigationOf', () => {
  it('nests headings in chapters and chapters in parts', () => {
    expect(outline(navigate(makeRichBook()))).toEqual([
      [
        'I Part',
        'part-1.xhtml',
        [
          ['1 One', 'one.xhtml', [['Shoals', 'one.xhtml#shoals', [['Deep & "low"', 'one.xhtml#deep']]]]],
          ['2 Zwei', 'two.xhtml'],
        ],
      ],
      ['Notes', 'notes.xhtml'],
    ]);
  });

  it('keeps chapters of a part that is not listed, skips deep, empty and unplaced headings', () => {
    const body = [
      makeSection('p', 'part', '<h1>P</h1>', { toc: false }),
      makeSection('c', 'chapter', '<h3 id="x">X</h3><h4 id="y">Y</h4><h2 id="e"></h2><h3 id="z">Z</h3>', {
        part: 'p',
        headings: [
          { id: 'x', depth: 3, text: 'X' },
          { id: 'y', depth: 4, text: 'Y' },
          { id: 'e', depth: 2, text: ' ' },
          { id: 'z', depth: 3, text: 'Z' },
          { id: 'gone', depth: 2, text: 'Gone' },
        ],
      }),
    ];
    expect(outline(navigate(makeOneChapter({ body })))).toEqual([
      [
        'c',
        'c.xhtml',
        [
          ['X', 'c.xhtml#x'],
          ['Z', 'c.xhtml#z'],
        ],
      ],
    ]);
  });

  it('is never empty and names everything', () => {
    const body = [makeSection('a', 'chapter', '<p>a</p>', { toc: false, title: ' ' })];
    expect(outline(navigate(makeOneChapter({ body })))).toEqual([['The Whale', 'a.xhtml']]);
  });
});

describe('navPointsOf', () => {
  it('counts through the whole tree', () => {
    const points = navPointsOf(navigate(makeRichBook()));
    expect(
      [...JSON.stringify(points).matchAll(/"playOrder":(\d+)/g)].map((match) => Number(match[1])),
    ).toEqual([1, 2, 3, 4, 5, 6]);
    expect(points.at(-1)?.playOrder).toBe(6);
    expect(depthOf(navigate(makeRichBook()))).toBe(4);
  });
});

describe('the navigation document', () => {
  it('lists contents and landmarks', async () => {
    const files = await unpack(await emitEpub(makeRichBook(), richAssets, theme));
    const nav = files.get('OEBPS/toc.xhtml') ?? '';
    expect(nav).toContain('<nav epub:type="toc" role="doc-toc"');
    expect(nav).toContain('<a href="two.xhtml" lang="de" xml:lang="de">2 Zwei</a>');
    expect([...nav.matchAll(/<a epub:type="([\w-]+)" href="([^"]+)"/g)].map((m) => [m[1], m[2]])).toEqual([
      ['cover', 'cover.xhtml'],
      ['titlepage', 'title-page.xhtml'],
      ['copyright-page', 'copyright.xhtml'],
      ['toc', 'toc.xhtml'],
      ['dedication', 'dedication.xhtml'],
      ['bodymatter', 'part-1.xhtml'],
      ['endnotes', 'notes.xhtml'],
    ]);
    const ncx = files.get('OEBPS/toc.ncx') ?? '';
    expect(ncx).toContain('<meta name="dtb:uid" content="urn:isbn:9783161484100"/>');
    expect(ncx).toContain('<navLabel><text>Deep &amp; &#34;low&#34;</text></navLabel>');
  });

  it('stays out of the spine where the book has no contents page', async () => {
    const opf = (await unpack(await emitEpub(makeOneChapter(), new Map(), noTheme))).get('OEBPS/content.opf');
    expect(opf).toContain('href="toc.xhtml"');
    expect(opf).not.toContain('idref="item-toc.xhtml"');
  });
});
