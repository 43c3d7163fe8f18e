import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { emitEpub } from '../../../src/emit/epub/emit-epub.ts';
import { checkEpub } from '../../../src/preflight/epub/check-epub.ts';
import {
  makeAssets,
  makeOneChapter,
  makeRichBook,
  makeSection,
  noTheme,
  richAssets,
  theme,
  unpack,
} from '../../builders/rich-book.ts';
import { held } from '../../builders/held.ts';

describe('emitEpub', () => {
  it('emits a book with everything that epubcheck-ts finds no fault with', async () => {
    const epub = held(await emitEpub(makeRichBook(), richAssets, theme));
    expect(await checkEpub(epub, 'salt.epub')).toEqual([]);
  });

  it('emits the barest book that epubcheck-ts finds no fault with', async () => {
    expect(await checkEpub(held(await emitEpub(makeOneChapter(), new Map(), noTheme)), 'whale.epub')).toEqual(
      [],
    );
  });

  it('puts the mimetype first and stored, then container, package and the rest by name', async () => {
    const epub = held(await emitEpub(makeRichBook(), richAssets, theme));
    const head = Buffer.from(epub.subarray(0, 58)).toString('latin1');
    expect(head.slice(30)).toBe('mimetypeapplication/epub+zip');
    expect(epub[8]).toBe(0);
    const names = Object.keys((await JSZip.loadAsync(epub)).files);
    expect(names.slice(0, 3)).toEqual(['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf']);
    expect(names.slice(3)).toEqual(names.slice(3).toSorted());
    expect(names).toContain('OEBPS/images/Chart-No1.png');
    expect(names).toContain('OEBPS/fonts/EBGaramond_400Regular.ttf');
    expect(names.filter((name) => name.endsWith('/'))).toEqual([]);
  });

  it('gives the same bytes at another time of another time zone', async () => {
    const zone = process.env['TZ'];
    try {
      process.env['TZ'] = 'Asia/Tokyo';
      const tokyo = held(await emitEpub(makeRichBook(), richAssets, theme));
      process.env['TZ'] = 'America/St_Johns';
      const newfoundland = held(await emitEpub(makeRichBook(), richAssets, theme));
      expect(Buffer.from(tokyo).equals(newfoundland)).toBe(true);
      const entries = Object.values((await JSZip.loadAsync(tokyo)).files);
      expect(new Set(entries.map(({ date }) => date.toISOString()))).toEqual(
        new Set(['2024-01-02T03:04:06.000Z']),
      );
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('has characters beyond the basic plane whole, wherever they stand', async () => {
    const emoji = '😀 '.repeat(8000);
    for (const before of ['', 'a', 'aa']) {
      const body = [makeSection('one', 'chapter', `<h1>One</h1><p>${before}${emoji}</p>`)];
      const files = await unpack(await emitEpub(makeOneChapter({ body }), new Map(), noTheme));
      expect(files.get('OEBPS/one.xhtml')?.split('😀')).toHaveLength(8001);
      expect(files.get('OEBPS/one.xhtml')).not.toContain('\uFFFD');
    }
  });

  it('packs only what something refers to', async () => {
    const files = await unpack(await emitEpub(makeRichBook(), richAssets, { ...theme, stylesheet: '' }));
    expect([...files.keys()].filter((name) => name.startsWith('OEBPS/images/'))).toEqual([
      'OEBPS/images/Chart-No1.png',
      'OEBPS/images/cover.png',
    ]);
  });

  it('keeps every attribute and leads links to files', async () => {
    const one = (await unpack(await emitEpub(makeRichBook(), richAssets, theme))).get('OEBPS/one.xhtml');
    expect(one).toContain('<ol start="3" reversed=""><li value="7">x</li></ol>');
    expect(one).toContain('href="notes.xhtml#note-1"');
    expect(one).toContain('<a href="two.xhtml">two</a>, <a href="#deep">deep</a>, <a href="#one">here</a>');
    expect(one).toContain('<a href="toc.xhtml">contents</a>.<br/></p>');
    expect(one).toContain('<p></p><figure><img src="images/Chart-No1.png" alt="Chart"/></figure>');
    expect(one).not.toContain('data-page-of');
  });

  it('says language and place of every document', async () => {
    const files = await unpack(await emitEpub(makeRichBook(), richAssets, theme));
    expect(files.get('OEBPS/two.xhtml')).toContain('lang="de" xml:lang="de" dir="ltr"');
    expect(files.get('OEBPS/dedication.xhtml')).toContain('<body epub:type="frontmatter">');
    expect(files.get('OEBPS/one.xhtml')).toContain('<body epub:type="bodymatter">');
    expect(files.get('OEBPS/notes.xhtml')).toContain('<body epub:type="backmatter">');
  });

  it('runs nothing that stands in metadata or text', async () => {
    const trap = '<%= process.exit(7) %><%- "ran" %>';
    const book = makeOneChapter(
      { body: [makeSection('one', 'chapter', '<p></p>', { title: trap })] },
      { title: trap, description: trap, publisher: { name: trap } },
    );
    const files = await unpack(await emitEpub(book, new Map(), noTheme));
    const escaped = '&lt;%= process.exit(7) %&gt;&lt;%- &#34;ran&#34; %&gt;';
    expect(files.get('OEBPS/content.opf')).toContain(`<dc:description>${escaped}</dc:description>`);
    expect(files.get('OEBPS/toc.xhtml')).toContain(`<a href="one.xhtml">${escaped}</a>`);
    expect(files.get('OEBPS/one.xhtml')).toContain(`<title>${escaped}</title>`);
  });

  it('packs nothing from disk or network for an image that is not among the assets', async () => {
    const body = [makeSection('one', 'chapter', '<p><img src="file:///etc/hostname" alt="x"></p>')];
    const files = await unpack(await emitEpub(makeOneChapter({ body }), new Map(), noTheme));
    expect([...files.keys()].filter((name) => /images|fonts/.test(name))).toEqual([]);
  });

  it('drops characters XML cannot hold from text, titles and metadata', async () => {
    const bad = 'a\u0001b\uFFFEc\uD800d';
    const section = makeSection('one', 'chapter', '', { title: bad });
    section.tree.children.push({ type: 'text', value: bad });
    const book = makeOneChapter(
      { body: [section] },
      { title: bad, contributors: [{ name: bad, role: 'aut' }] },
    );
    const epub = held(await emitEpub(book, new Map(), noTheme));
    for (const name of ['content.opf', 'toc.xhtml', 'toc.ncx', 'one.xhtml']) {
      expect((await unpack(epub)).get(`OEBPS/${name}`)).toContain('abcd');
    }
  });

  it('names sections that would meet other files or each other apart', async () => {
    const body = ['toc', 'cover', 'Ärger', 'arger', '1984', 'one', 'ONE'].map((id) =>
      makeSection(id, 'chapter', `<h1>${id}</h1>`),
    );
    const epub = held(await emitEpub(makeOneChapter({ body }), new Map(), noTheme));
    expect(await checkEpub(epub, 'names.epub')).toEqual([]);
    const names = [...(await unpack(epub)).keys()].filter((name) => name.endsWith('.xhtml'));
    expect(names.map((name) => name.slice(6))).toEqual(
      [
        '1984.xhtml',
        'ONE-2.xhtml',
        'arger-2.xhtml',
        'cover-2.xhtml',
        'one.xhtml',
        'toc-2.xhtml',
        'toc.xhtml',
        'Arger.xhtml',
      ].toSorted(),
    );
  });

  it('keeps file names short', async () => {
    const body = ['a', 'b'].map((end) => makeSection(`${'x'.repeat(70_000)}${end}`, 'chapter', '<h1>x</h1>'));
    const names = [...(await unpack(await emitEpub(makeOneChapter({ body }), new Map(), noTheme))).keys()];
    expect(names.filter((name) => name.includes('xx'))).toHaveLength(2);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThan(120);
  });

  it('sets a right-to-left book from right to left', async () => {
    const epub = held(await emitEpub(makeOneChapter({}, { language: 'he' }), new Map(), noTheme));
    expect(await checkEpub(epub, 'he.epub')).toEqual([]);
    const files = await unpack(epub);
    expect(files.get('OEBPS/content.opf')).toContain('page-progression-direction="rtl"');
    expect(files.get('OEBPS/one.xhtml')).toContain('dir="rtl"');
  });

  it('does without a cover whose image is missing', async () => {
    const book = makeOneChapter({}, { cover: { image: 'images/none.png', alt: '' } });
    const files = await unpack(await emitEpub(book, makeAssets('images/other.png'), noTheme));
    expect(files.has('OEBPS/cover.xhtml')).toBe(false);
    expect(files.get('OEBPS/content.opf')).not.toContain('cover');
  });
});
