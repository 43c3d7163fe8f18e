import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { fitToLanguages } from '../../src/html/fit-to-languages.ts';

function fitted(html: string, language: string): string {
  const { children } = fromHtml(html, { fragment: true });
  fitToLanguages(children, language);
  return unified().use(rehypeStringify).stringify({ type: 'root', children });
}

test('lists are numbered in the digits of the language they stand in', () => {
  expect(fitted('<ol class="decimal-parenthesis"></ol><ol lang="en"></ol>', 'fa')).toBe(
    '<ol class="decimal-parenthesis persian-digits"></ol><ol lang="en"></ol>',
  );
  expect(fitted('<ol></ol><div lang="bn"><ol type="1"></ol></div>', 'en')).toBe(
    '<ol></ol><div lang="bn"><ol type="1" class="bengali-digits"></ol></div>',
  );
});

test.each([
  ['letters', '<ol type="a"></ol>'],
  ['contents, which have no labels', '<ol class="contents"></ol>'],
  ['notes, which have the numbers of the book', '<ol class="notes"></ol>'],
  ['lists without numbers', '<ul></ul>'],
])('%s stay as they are', (_, html) => {
  expect(fitted(html, 'fa')).toBe(html);
});
