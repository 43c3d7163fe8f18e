import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { licenceOf } from '../../../src/book/licence.ts';
import { sections, type Book } from '../../../src/book/book.ts';
import type { Manuscript, Source } from '../../../src/book/manuscript.ts';
import type { Metadata } from '../../../src/book/metadata.ts';
import type { DeclaredPart, RightsRegister } from '../../../src/book/rights.ts';
import { parseManuscript } from '../../../src/markdown/parse-manuscript.ts';
import { attachMatter } from '../../../src/matter/attach-matter.ts';
import { makeMetadata } from '../../builders/metadata.ts';
import { wordingOf } from '../../../src/language/wording.ts';
import { toHtml } from '../../builders/mdast-book.ts';

const declaredIn = new VFile({ path: 'rights.yaml' });

function part(declared: Omit<DeclaredPart, 'file'>): DeclaredPart {
  return { ...declared, file: declaredIn };
}

const rights: RightsRegister = {
  images: new Map([
    ['images/cover.jpg', part({ creator: 'Cora', holder: '© Harpoon Press' })],
    [
      'images/harbour at dawn.jpg',
      part({
        creator: 'Ann Photographer',
        holder: 'Sea Museum',
        url: 'https://museum.example/1',
        license: licenceOf({
          id: 'CC-BY-SA-4.0',
          name: 'x',
          url: 'https://creativecommons.org/licenses/by-sa/4.0/',
        }),
        altered: true,
        permission: { note: 'By permission of the museum.' },
      }),
    ],
    ['images/raw.png', part({ title: 'Raw', credit: 'Photo: Raw Agency / Ty' })],
    ['images/unused.png', part({ title: 'Unused', creator: 'Nobody' })],
  ]),
  sources: new Map([
    ['ent', part({ title: 'The Entente', creator: 'A. Umland', url: 'https://press.example/ent' })],
    ['note', part({ creator: 'N. Note' })],
    ['unquoted', part({ title: 'Unquoted' })],
  ]),
};

function bookOf(chapters: Record<string, string>, metadata: Partial<Metadata> = {}): Book {
  const sources = Object.entries(chapters).map(([path, value]): Source => {
    const role = path.startsWith('index') ? 'index' : path.startsWith('thanks') ? 'credits' : 'chapter';
    return { kind: 'file', file: new VFile({ path, value }), frontMatter: { role } };
  });
  const manuscript: Manuscript = {
    metadata: makeMetadata(metadata),
    labels: wordingOf('en'),
    sources,
    rights,
    copyrightTemplate: new VFile({ path: 'pages/copyright-page.md', value: '{copyright}' }),
    references: [],
    files: [],
  };
  return attachMatter(parseManuscript(manuscript));
}

function creditsOf(book: Book): string {
  const page = sections(book).find(({ role }) => role === 'credits');
  return page === undefined ? '' : toHtml(page.tree);
}

const quoting =
  '# One\n\n![](../images/harbour%20at%20dawn.jpg "The *old* harbour")\n\n' +
  ':::quote{source=ent}\nWords.\n:::\n\nText[^1] <img src="../images/raw.png" alt="">\n\n' +
  '[^1]: As :quote[they]{source=note} say.\n';

describe('the credits page', () => {
  it('names the owners of what the book shows and quotes, and of nothing else', () => {
    const book = bookOf({ 'text/one.md': quoting }, { cover: { image: 'images/cover.jpg', alt: '' } });
    expect(creditsOf(book)).toBe(
      '<h2 id="credits--images">Images</h2><ul class="credit-list">' +
        '<li><p class="credit">Cover: Cora, © Harpoon Press</p></li>' +
        '<li><p class="credit"><a href="#text-one"><span class="place">One</span></a>: ' +
        'Ann Photographer, The *old* harbour, © Sea Museum, ' +
        '<a href="https://creativecommons.org/licenses/by-sa/4.0/">' +
        'Creative Commons Attribution-ShareAlike 4.0 International</a>, modified, ' +
        '<a href="https://museum.example/1">https://museum.example/1</a></p>' +
        '<p class="permission">By permission of the museum.</p></li>' +
        '<li><p class="credit"><a href="#text-one"><span class="place">One</span></a>: ' +
        '<cite>Raw</cite>, Photo: Raw Agency / Ty</p></li></ul>' +
        '<h2 id="credits--sources">Quoted sources</h2><ul class="credit-list">' +
        '<li><p class="credit">A. Umland, <cite>The Entente</cite>, ' +
        '<a href="https://press.example/ent">https://press.example/ent</a></p></li>' +
        '<li><p class="credit">N. Note</p></li></ul>',
    );
  });

  it('stands behind the notes and before the index, in the contents', () => {
    const book = bookOf({ 'one.md': quoting, 'two.md': '# Two', 'index.md': '# Index' });
    expect(book.back.map(({ role }) => role)).toEqual(['endnotes', 'credits', 'index']);
    const page = book.back[1];
    expect(page).toMatchObject({ role: 'credits', title: 'Credits and permissions', toc: true });
    expect(page?.headings.map(({ id }) => id)).toEqual(['credits--sources']);
    const contents = book.front.find(({ role }) => role === 'toc');
    expect(contents && toHtml(contents.tree)).toContain('href="#credits"');
  });

  it('follows the text of the author’s own section', () => {
    const book = bookOf({ 'one.md': quoting, 'thanks.md': '# Thanks\n\nTo all.' });
    expect(creditsOf(book)).toMatch(
      /^<p>To all\.<\/p><h2 id="thanks--sources">Quoted sources<\/h2><ul class="credit-list"><li>/,
    );
    expect(sections(book).filter(({ role }) => role === 'credits')).toHaveLength(1);
  });

  it('is not made where nothing borrowed is shown', () => {
    expect(creditsOf(bookOf({ 'one.md': '# One\n\n![](images/own.png)' }))).toBe('');
  });
});

describe('quotations of declared sources', () => {
  const htmlOf = (markdown: string): string =>
    toHtml(bookOf({ 'one.md': `# One\n\n${markdown}` }).body[0]!.tree);
  const open = '<blockquote class="quote" cite="https://press.example/ent"><p>Words.</p>';

  it('end with a line that links to the source', () => {
    expect(htmlOf(':::quote{source=ent}\nWords.\n:::')).toBe(
      `${open}<p class="attribution">A. Umland, <a href="https://press.example/ent"><cite>The Entente</cite></a></p></blockquote>`,
    );
  });

  it('keep an attribution of their own', () => {
    expect(htmlOf(':::quote{source=ent}\nWords.\n\n::attribution[Someone]\n:::')).toBe(
      `${open}<p class="attribution">Someone</p></blockquote>`,
    );
  });

  it('carry no key in HTML, known or not', () => {
    expect(htmlOf('A :quote[word]{source=ent} and :quote[two]{source=gone}.')).toBe(
      '<p>A <span class="quote">word</span> and <span class="quote">two</span>.</p>',
    );
  });

  it('leave other trees as they are', () => {
    const plain = bookOf({ 'one.md': '# One\n\nText.' });
    expect(plain.notes).toEqual([]);
    expect(toHtml(plain.body[0]!.tree)).toBe('<p>Text.</p>');
  });
});
