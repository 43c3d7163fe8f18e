import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';

import { expect, test } from 'vitest';
import { withScrollingTables } from '../../../src/emit/epub/wide-tables.ts';
import { toXhtml } from '../../../src/emit/epub/xhtml.ts';

function table(columns: number, cell = '<td>1</td>'): string {
  return `<table><tbody><tr>${cell.repeat(columns)}</tr></tbody></table>`;
}

function scrolled(html: string): string {
  return toXhtml(withScrollingTables(fromHtml(html, { fragment: true })));
}

test('a table of more than six columns scrolls sideways', () => {
  expect(scrolled(`<section><p>A</p>${table(7)}</section>`)).toBe(
    `<section><p>A</p><div class="wide-table" tabindex="0">${table(7)}</div></section>`,
  );
  const spanning = table(2, '<td colspan="4">1</td>');
  expect(scrolled(spanning)).toContain('wide-table');
});

test('a table of six columns stays where it is', () => {
  expect(scrolled(table(6))).toBe(table(6));
});

test('the tree of the book stays as it is', () => {
  const tree = fromHtml(`<section>${table(9)}</section>`, { fragment: true });
  withScrollingTables(tree);
  expect((tree.children[0] as Element).children.map((child) => 'tagName' in child && child.tagName)).toEqual([
    'table',
  ]);
});
