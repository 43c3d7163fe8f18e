import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { rehypeVerseLines } from '../../src/html/rehype-verse-lines.ts';

function transform(html: string, language = 'en'): string {
  const tree: Root = fromHtml(html, { fragment: true });
  rehypeVerseLines({ language })(tree);
  return unified().use(rehypeStringify).stringify(tree);
}

it('makes a span of every line of verse and keeps its inline markup', () => {
  expect(transform('<div class="verse"><p>One <em>two</em><br>three</p><p>four</p></div>')).toBe(
    '<div class="verse"><p class="short"><span class="line">One <em>two</em></span><br><span class="line">three</span></p>' +
      '<p><span class="line">four</span></p></div>',
  );
});

it('tells how far in a line begins', () => {
  expect(transform('<div class="verse"><p>One<br>&nbsp;&nbsp;two <em>x</em></p></div>')).toContain(
    '<span class="line">One</span><br><span class="line" style="--indent: 2">\u00a0\u00a0two <em>x</em></span>',
  );
});

it('leaves other paragraphs alone', () => {
  const html = '<blockquote><p>One<br>two</p></blockquote>';
  expect(transform(html)).toBe(html);
});

it('numbers the lines asked for and takes short stanzas for what is kept whole', () => {
  const long = Array.from({ length: 9 }, (_, index) => `l${index}`).join('<br>');
  const html = transform(
    `<div class="verse" data-numbers="5" data-start="4"><p class="title">T</p><p>a<br>b</p><p>${long}</p></div>`,
  );
  expect(html).toContain('<div class="verse numbered"><p class="title">T</p><p class="short">');
  expect(html.match(/data-line="\d+">\w+/g)).toEqual(['data-line="5">b', 'data-line="10">l4']);
  expect(html.match(/class="short"/g)).toHaveLength(1);
});

it('numbers the lines in the digits of the language', () => {
  const html = transform('<div class="verse" data-numbers="1" data-start="9"><p>a<br>b</p></div>', 'fa');
  expect(html.match(/data-line="[^"]+">\w/g)).toEqual(['data-line="۹">a', 'data-line="۱۰">b']);
});

it('makes lines of speeches whose lines the author ends, and of no others', () => {
  const speech = '<p><span class="speaker">A</span>: One<br>two <em>goes</em><br>three</p>';
  expect(transform(`<div class="dialogue">${speech}<p>B: Prose.</p></div>`)).toBe(
    '<div class="dialogue"><p><span class="line"><span class="speaker">A</span>: One</span><br>' +
      '<span class="line">two <em>goes</em></span><br><span class="line">three</span></p><p>B: Prose.</p></div>',
  );
});
