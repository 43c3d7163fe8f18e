import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { NoteItem } from '../../src/book/nodes.ts';
import { withBackLinks } from '../../src/html/back-links.ts';
import { withSign } from '../../src/html/note-sign.ts';
import { wordingOf } from '../../src/language/wording.ts';

function parse(markup: string): ElementContent[] {
  return fromHtml(markup, { fragment: true }).children as ElementContent[];
}

function html(children: ElementContent[]): string {
  return unified().use(rehypeStringify).stringify({ type: 'root', children });
}

function linked(content: string, ...citations: string[]): string {
  return linkedIn('en', content, ...citations);
}

function linkedIn(language: string, content: string, ...citations: string[]): string {
  const item: NoteItem = { type: 'noteItem', noteId: 'n', number: '7', citations, children: [] };
  return html(withBackLinks(parse(content), item, wordingOf(language), language));
}

const link = (id: string, label: string, index = ''): string =>
  `<a class="backlink" href="#${id}" epub:type="backlink" role="doc-backlink" aria-label="${label}">↩\ufe0e${index}</a>`;
const one = link('m', 'Back to note mark 7');

describe('withBackLinks', () => {
  it('ends the last paragraph with the link, tied to its last word', () => {
    expect(linked('<p>A</p>\n<p>B</p>\n', 'm')).toBe(
      `<p>A</p>\n<p>B<span class="backlinks">\u00a0${one}</span></p>\n`,
    );
  });

  it.each([
    '<ul><li><p>a</p></li></ul>',
    '<pre><code>a</code></pre>',
    '<blockquote><p>a</p></blockquote>',
    '<table></table>',
    '<figure><img></figure>',
    '<div class="math"></div>',
    '<dl><dt>a</dt><dd>b</dd></dl>',
  ])('has a paragraph of its own behind %s', (last) => {
    expect(linked(`<p>A</p>${last}`, 'm')).toBe(`<p>A</p>${last}<p class="backlinks">${one}</p>`);
  });

  it('numbers them in the digits of the language', () => {
    expect(linkedIn('fa', '<p>A</p>', 'm', 'n')).toContain('<sup>۲</sup>');
    expect(linkedIn('fa', '<p>A</p>', 'm', 'n')).toContain('aria-label="بازگشت به ارجاع ۲ ');
  });

  it('numbers the links of a note cited several times and lets them fill lines', () => {
    expect(linked('<p>A</p>', 'm', 'n')).toBe(
      '<p>A<span class="backlinks">\u00a0' +
        `${link('m', 'Back to citation 1 of note 7', '<sup>1</sup>')} ` +
        `${link('n', 'Back to citation 2 of note 7', '<sup>2</sup>')}</span></p>`,
    );
  });

  it('leaves a note that nothing cites, and the content given', () => {
    expect(linked('<p>A</p>')).toBe('<p>A</p>');
    const content = parse('<p>A</p>');
    const before = structuredClone(content);
    withBackLinks(
      content,
      { type: 'noteItem', noteId: 'n', number: '1', citations: ['m'], children: [] },
      wordingOf('en'),
      'en',
    );
    withSign(content, '†');
    expect(content).toEqual(before);
  });
});

describe('withSign', () => {
  it('begins the first paragraph with the sign', () => {
    expect(html(withSign(parse('\n<p>A</p><p>B</p>'), '†'))).toBe(
      '\n<p><span class="note-sign">†</span> A</p><p>B</p>',
    );
  });

  it('has a paragraph of its own before anything else', () => {
    expect(html(withSign(parse('<ul><li>A</li></ul><p>B</p>'), '*'))).toBe(
      '<p class="note-opening"><span class="note-sign">*</span></p><ul><li>A</li></ul><p>B</p>',
    );
  });
});
