import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { Note } from '../../src/book/book.ts';
import type { NoteItem, NoteList, NoteReference } from '../../src/book/nodes.ts';
import { convert, find, parsed, section } from './convert.ts';

const mark = (anchor: string, number: string): NoteReference => ({
  type: 'noteReference',
  series: 'numbered',
  label: 'x',
  noteId: 'one--note-x',
  anchor,
  number,
});

const listOf = (item: NoteItem, start: number): NoteList => ({
  type: 'noteList',
  series: 'numbered',
  start,
  children: [item],
});

describe('bookToHast', () => {
  it('wraps a section with its opening', () => {
    const { html } = convert([
      section(parsed('Text.'), { number: '7', subtitle: 'Sub', author: 'A. Writer', language: 'de' }),
    ]);
    expect(html).toEqual([
      '<section id="one" class="chapter" epub:type="chapter" role="doc-chapter" aria-labelledby="one--title" lang="de">\n' +
        '<header class="opening">\n<p class="number">7</p>\n<h1 id="one--title" class="title">One</h1>\n' +
        '<p class="subtitle" role="doc-subtitle">Sub</p>\n<p class="author">A. Writer</p>\n</header>\n' +
        '<p>Text.</p>\n</section>',
    ]);
  });

  it('names an untitled section, and gives no ARIA role where there is none', () => {
    const { html } = convert([section(parsed('x'), { role: 'titlepage', untitled: true })]);
    expect(html).toEqual([
      '<section id="one" class="titlepage" epub:type="titlepage" aria-label="One">\n<p>x</p>\n</section>',
    ]);
  });

  it('passes nodes with data through, generic properties and all', () => {
    const tree: Root = {
      type: 'root',
      children: [
        {
          type: 'element',
          data: {
            hName: 'nav',
            hProperties: { 'epub:type': 'toc', className: ['toc'], dataPageOf: 'x', role: 'doc-toc' },
          },
          children: [{ type: 'paragraph', children: [{ type: 'text', value: 'a' }] }],
        },
      ],
    };
    const { html } = convert([section({ ...parsed(''), tree }, { untitled: true })]);
    expect(html[0]).toContain(
      '<nav epub:type="toc" class="toc" data-page-of="x" role="doc-toc"><p>a</p></nav>',
    );
  });

  it('keeps the positions of the source', () => {
    const { book } = convert([section(parsed('a\n\n<b>x</b> *y*'))]);
    const tree = book.body[0]?.tree ?? { type: 'root', children: [] };
    expect(find(tree, 'p')?.position?.start).toMatchObject({ line: 1, column: 1 });
    expect(find(tree, 'b')?.position?.start).toMatchObject({ line: 3, column: 1 });
    expect(find(tree, 'em')?.position?.start).toMatchObject({ line: 3, column: 10 });
  });

  describe('notes', () => {
    const chapter = parsed('x', 'chapters/01.md');
    const text = parsed('Says *so* ![i](../images/i.png).', 'chapters/01.md');
    const note: Note = { id: 'one--note-x', label: 'x', series: 'numbered', section: 'one', ...text };
    const item: NoteItem = {
      type: 'noteItem',
      noteId: note.id,
      number: '3',
      count: 3,
      citations: ['m1', 'm2'],
      children: text.tree.children as NoteItem['children'],
    };
    const cited: Root = {
      type: 'root',
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', value: 'a' },
            mark('m1', '3'),
            { type: 'text', value: ' b ' },
            mark('m2', '3'),
          ],
        },
      ],
    };
    const list: Root = { type: 'root', children: [listOf(item, 3)] };
    const raw = parsed('<u>r</u>', 'book.yaml');
    const endnotes = section(
      { file: raw.file, tree: { type: 'root', children: [...raw.tree.children, ...list.children] } },
      { id: 'notes', role: 'endnotes', title: 'Notes', untitled: true },
    );
    const { html, references, book } = convert(
      [section({ ...chapter, tree: cited }, { untitled: true }), endnotes],
      [note],
    );

    it('marks them, joined to their word', () => {
      expect(html[0]).toContain(
        '<p>a\u2060<sup class="noteref"><a id="m1" href="#one--note-x" epub:type="noteref" role="doc-noteref" aria-label="Note 3">3</a></sup>' +
          ' b\u00a0<sup class="noteref"><a id="m2" ',
      );
    });

    it('lists them with a link back to every mark, also beside raw HTML', () => {
      expect(html[1]).toContain(
        '<p><u>r</u></p>\n<ol class="notes" start="3">\n' +
          '<li id="one--note-x" class="note"><p>Says <em>so</em> <img src="images/i.png" alt="i">.' +
          '<span class="backlinks">\u00a0' +
          '<a class="backlink" href="#m1" epub:type="backlink" role="doc-backlink" aria-label="Back to 1 of 3">\u21a9\ufe0e<sup>1</sup></a> ' +
          '<a class="backlink" href="#m2" epub:type="backlink" role="doc-backlink" aria-label="Back to 2 of 3">\u21a9\ufe0e<sup>2</sup></a>' +
          '</span></p></li>\n</ol>',
      );
    });

    it('looks for their images beside their chapter, once', () => {
      expect(references.map(({ path, file }) => [path, file.path])).toEqual([
        ['images/i.png', 'chapters/01.md'],
      ]);
    });

    it('keeps their text in the book, without the links back', () => {
      const tree = book.notes[0]?.tree ?? { type: 'root', children: [] };
      expect(find(tree, 'em')).toBeDefined();
      expect(find(tree, 'a')).toBeUndefined();
    });

    it('gives an item its own number where it does not follow', () => {
      const alone: Root = { type: 'root', children: [listOf(item, 1)] };
      const {
        html: [only],
      } = convert([section({ ...chapter, tree: alone }, { untitled: true })], [note]);
      expect(only).toContain('<ol class="notes">\n<li id="one--note-x" class="note" value="3">');
    });

    it('leaves it to the reading system to write numbers in the digits of the book, whatever the notes are in', () => {
      const persian: NoteItem = { ...item, number: '۳', data: { hProperties: { lang: 'en' } } };
      const tree: Root = { type: 'root', children: [listOf(persian, 1)] };
      const {
        html: [only],
      } = convert([section({ ...chapter, tree }, { untitled: true })], [note], 'fa');
      expect(only).toContain(
        '<ol class="notes persian-digits">\n<li id="one--note-x" class="note" value="3"',
      );
    });

    it('makes room for numbers of three figures and more', () => {
      const wide: Root = { type: 'root', children: [{ ...listOf(item, 3), digits: 3 }] };
      const {
        html: [only],
      } = convert([section({ ...chapter, tree: wide }, { untitled: true })], [note]);
      expect(only).toContain('<ol class="notes digits-3" start="3">');
    });

    it('names the language of an item', () => {
      const german: NoteItem = { ...item, data: { hProperties: { lang: 'de' } } };
      const tree: Root = { type: 'root', children: [listOf(german, 3)] };
      const {
        html: [only],
      } = convert([section({ ...chapter, tree }, { untitled: true })], [note]);
      expect(only).toContain('<li id="one--note-x" class="note" lang="de"><p>');
    });

    it('gives marked notes their signs as text, in the mark and in the list', () => {
      const sign: NoteReference = { ...mark('m1', '†'), series: 'marked' };
      const letter: NoteReference = { ...mark('m2', 'b'), series: 'marked' };
      const words: Root = {
        type: 'root',
        children: [{ type: 'paragraph', children: [{ type: 'text', value: 'a' }, sign, letter] }],
      };
      const { count: _, ...uncounted } = item;
      const marked: NoteList = { ...listOf({ ...uncounted, number: '†' }, 1), series: 'marked' };
      const {
        html: [only],
      } = convert(
        [section({ ...chapter, tree: { type: 'root', children: [...words.children, marked] } })],
        [{ ...note, series: 'marked' }],
      );
      expect(only).toContain('<sup class="noteref sign"><a id="m1" ');
      expect(only).toContain('<sup class="noteref"><a id="m2" ');
      expect(only).toContain(
        '<ol class="notes marked">\n<li id="one--note-x" class="note"><p><span class="note-sign">†</span> Says ',
      );
    });

    it('keeps apart the anchors that authors write in notes and in chapters', () => {
      const other: Note = { ...note, ...parsed('<a id="map">a</a>', 'notes.md'), id: 'shared--note-y' };
      const { section: _, ...shared } = other;
      const { book: converted } = convert(
        [section(parsed('<a id="map">b</a>'), { untitled: true })],
        [note, shared],
      );
      const ids = [converted.notes[1]?.tree, converted.body[0]?.tree].map(
        (tree) => tree && find(tree, 'a')?.properties['id'],
      );
      expect(ids).toEqual(['shared---map', 'one---map']);
    });
  });
});
