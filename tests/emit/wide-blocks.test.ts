import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';

import { expect, test } from 'vitest';
import { withScrollingBlocks } from '../../src/emit/wide-blocks.ts';
import { toXhtml } from '../../src/emit/xhtml.ts';

function table(columns: number, cell = '<td>1</td>'): string {
  return `<table><tbody><tr>${cell.repeat(columns)}</tr></tbody></table>`;
}

function scrolled(html: string): string {
  return toXhtml(withScrollingBlocks(fromHtml(html, { fragment: true })));
}

test.each([
  ['seven columns', table(7)],
  ['two long words', table(2, '<td>Bundesverfassung</td>')],
  [
    'a word below a wide heading',
    '<table><tr><th colspan="2">A</th></tr><tr><td>abcdefghijklmnopqr</td><td>b</td></tr></table>',
  ],
  ['code', table(1, '<td><code>a_name_of_code_()</code></td>')],
])('a table of %s scrolls sideways', (_, html) => {
  expect(scrolled(`<section><p>A</p>${html}</section>`)).toContain(
    '<p>A</p><div class="wide-table" tabindex="0"><table>',
  );
});

test.each([
  ['few columns', table(4)],
  ['words that stand below each other', table(2, '<td>one two three four five six seven</td>')],
  ['ideographs, which a line divides', table(1, '<td>漢字漢字漢字漢字漢字漢字漢字</td>')],
])('a table of %s stays where it is', (_, html) => {
  expect(scrolled(html)).toBe(toXhtml(fromHtml(html, { fragment: true })));
});

test('code that is drawn scrolls, other code is turned', () => {
  expect(scrolled('<pre><code>┌──┐</code></pre>')).toBe(
    '<pre class="drawn" tabindex="0"><code>┌──┐</code></pre>',
  );
  expect(scrolled('<pre class="a">+---+\n| a |</pre>')).toContain('<pre class="a drawn" tabindex="0">');
  expect(scrolled('<pre>a + b - c</pre>')).toBe('<pre>a + b - c</pre>');
});

test('formulas scroll: displayed ones, and in a line those of more than a narrow page holds', () => {
  const math = (inside: string) =>
    `<math>${inside}<annotation>a long source in TeX, unseen</annotation></math>`;
  expect(scrolled(`<div class="math">${math('<mi>x</mi>')}</div>`)).toContain(
    '<div class="math" tabindex="0">',
  );
  const row = '<mi>x</mi><mo>+</mo>'.repeat(10);
  expect(scrolled(`<p>${math(row)}</p>`)).toContain('<p><span class="wide-formula" tabindex="0"><math');
  expect(
    scrolled(
      `<p>${math(`<mfrac><mrow>${row.slice(0, 76)}</mrow><mrow>${row.slice(0, 76)}</mrow></mfrac>`)}</p>`,
    ),
  ).not.toContain('wide');
});

test('the tree of the book stays as it is', () => {
  const tree = fromHtml(`<section>${table(9)}</section>`, { fragment: true });
  withScrollingBlocks(tree);
  expect((tree.children[0] as Element).children.map((child) => 'tagName' in child && child.tagName)).toEqual([
    'table',
  ]);
});
