import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import type { Manuscript } from '../../src/book/manuscript.ts';
import { judgeSources } from '../../src/markdown/judge-sources.ts';

const copyrightTemplate = new VFile({ path: 'pages/copyright-page.md', value: '{{title}}' });

/** What is said of a book of so many files without a text, and whether it can be parsed. */
function judged(number: number): { readonly isReadable: boolean; readonly said: string[] } {
  const files = Array.from({ length: number }, (_, index) => new VFile({ path: `${index}.md`, value: '' }));
  const sources = files.map((file) => ({ kind: 'file', file }));
  const isReadable = judgeSources({ sources, copyrightTemplate } as unknown as Manuscript);
  return { isReadable, said: files.flatMap(({ messages }) => messages.map(String)) };
}

test('a book of thousands of files is refused, once, at the first that is too many', () => {
  const { isReadable, said } = judged(5000);
  expect(isReadable).toBe(false);
  expect(said).toEqual([expect.stringMatching(/^3000\.md.*5,000 Markdown files.*more than 3,000/)]);
});

test('a book of many files is read', () => {
  expect(judged(3000)).toEqual({ isReadable: true, said: [] });
});

test('copies of a chapter are told of, empty ones are not', () => {
  const texts = ['# One\n\nText.\n', '# One\n\nText.', '', '', '# Two\n\nText.\n'];
  const files = texts.map((value, index) => new VFile({ path: `${index}.md`, value }));
  const sources = files.map((file) => ({ kind: 'file', file }));
  judgeSources({ sources, copyrightTemplate } as unknown as Manuscript);
  expect(files.flatMap(({ messages }) => messages.map(String))).toEqual([
    expect.stringMatching(/^1\.md.*the same text as 0\.md/),
  ]);
});

test('the template of the copyright page is judged as chapters are', () => {
  const template = new VFile({ path: 'pages/copyright-page.md', value: `${'- '.repeat(20_000)}a\n` });
  expect(judgeSources({ sources: [], copyrightTemplate: template } as unknown as Manuscript)).toBe(false);
  expect(template.messages.map(String)).toEqual([expect.stringContaining('deeper in lists')]);
});
