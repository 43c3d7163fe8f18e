import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { withNoteNumbers } from '../../../../src/emit/pdf/document/note-numbers.ts';

function parse(html: string): Element {
  return fromHtml(html, { fragment: true }).children[0] as Element;
}

function numbered(html: string, language = 'en'): string {
  return unified()
    .use(rehypeStringify)
    .stringify({ type: 'root', children: [withNoteNumbers(parse(html), language)] });
}

const back = (...ids: string[]): string =>
  `<span class="backlinks">\u00a0${ids.map((id) => `<a class="backlink" href="#${id}">↩</a>`).join(' ')}</span>`;

describe('withNoteNumbers', () => {
  test('writes the number of each note, counted from the start of the list or stated', () => {
    const list = `<ol class="notes" start="7"><li id="a"><p>A</p></li><li value="20"><p>B</p></li><li><p>C</p></li></ol>`;
    const texts = [...numbered(list).matchAll(/note-number">(\d+\.)<\/a>(\w)/g)].map(
      ([, number, text]) => `${number} ${text}`,
    );
    expect(texts).toEqual(['7. A', '20. B', '21. C']);
  });

  test('writes them in the digits of the book', () => {
    expect(numbered('<ol class="notes" start="19"><li><p>A</p></li></ol>', 'mr')).toContain('>१९.</a>');
  });

  test('makes the number the link back of a note cited once, in place of its arrow', () => {
    expect(numbered(`<ol class="notes"><li><p>A${back('m')}</p></li></ol>`)).toBe(
      '<ol class="notes"><li><p><a class="note-number" href="#m">1.</a>A</p></li></ol>',
    );
  });

  test('keeps the arrows of a note cited several times', () => {
    expect(numbered(`<ol class="notes"><li><p>A${back('m', 'n')}</p></li></ol>`)).toBe(
      `<ol class="notes"><li><p><a class="note-number" href="#m">1.</a>A${back('m', 'n')}</p></li></ol>`,
    );
  });

  test('puts the number before a note that begins with no paragraph', () => {
    expect(numbered('<ol class="notes"><li><blockquote>A</blockquote><p>B</p></li></ol>')).toBe(
      '<ol class="notes"><li><a class="note-number">1.</a><blockquote>A</blockquote><p>B</p></li></ol>',
    );
  });

  test('takes away the paragraph that holds the arrow alone', () => {
    const own = '<p class="backlinks"><a class="backlink" href="#m">↩</a></p>';
    expect(numbered(`<ol class="notes"><li><p>A</p><pre>B</pre>${own}</li></ol>`)).toBe(
      '<ol class="notes"><li><p><a class="note-number" href="#m">1.</a>A</p><pre>B</pre></li></ol>',
    );
  });

  test('makes the sign of a marked note the link back', () => {
    const note = `<li><p><span class="note-sign">†</span> A${back('m')}</p></li>`;
    expect(numbered(`<ol class="notes marked">${note}</ol>`)).toBe(
      '<ol class="notes marked"><li><p><a class="note-number" href="#m">†</a>A</p></li></ol>',
    );
  });

  test('puts the sign before a note that begins with no paragraph', () => {
    const opening = '<p class="note-opening"><span class="note-sign">†</span></p>';
    expect(
      numbered(`<ol class="notes marked"><li>${opening}<pre>A</pre><p>B${back('m', 'n')}</p></li></ol>`),
    ).toBe(
      `<ol class="notes marked"><li><a class="note-number" href="#m">†</a><pre>A</pre><p>B${back('m', 'n')}</p></li></ol>`,
    );
  });

  test('leaves the list as it was', () => {
    const list = parse(`<ol class="notes"><li><p>A${back('m')}</p></li></ol>`);
    const before = structuredClone(list);
    withNoteNumbers(list, 'en');
    expect(list).toEqual(before);
  });
});
