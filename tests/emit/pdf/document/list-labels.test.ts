import { fromHtml } from 'hast-util-from-html';
import type { Element } from 'hast';
import { expect, test } from 'vitest';
import { labelLength } from '../../../../src/emit/pdf/document/list-labels.ts';

test.each([
  ['<ol><li>one<li>two</ol>', undefined],
  ['<ul><li>one</ul>', undefined],
  [`<ol class="notes">${'<li>x'.repeat(100)}</ol>`, undefined],
  [`<ol>${'<li>x'.repeat(10)}</ol>`, '2'],
  ['<ol start="98"><li>x<li>x</ol>', '2'],
  ['<ol start="98"><li>x<li>x<li>x</ol>', '3'],
  ['<ol><li value="1867">x<li>x</ol>', '4'],
  ['<ol start="12345678"><li>x</ol>', '6'],
  ['<ol type="i"><li>x</ol>', undefined],
  ['<ol type="i"><li>x<li>x<li>x</ol>', '3'],
  [`<ol type="I">${'<li>x'.repeat(8)}</ol>`, '5'],
  [`<ol type="a">${'<li>x'.repeat(27)}</ol>`, '2'],
])('the labels of %s have room for %s characters', (html, length) => {
  expect(labelLength(fromHtml(html, { fragment: true }).children[0] as Element)).toBe(length);
});
