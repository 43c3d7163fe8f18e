import { expect, it } from 'vitest';
import { sections } from '../../src/book/book.ts';
import { messagesOf } from '../../src/book/messages/messages.ts';
import { wordingOf } from '../../src/language/wording.ts';
import { bookToHast } from '../../src/html/book-to-hast.ts';
import { parseManuscript } from '../../src/markdown/parse-manuscript.ts';
import { attachMatter } from '../../src/matter/attach-matter.ts';
import { manuscript } from '../builders/manuscript.ts';

it('a fault in a title is told of once, where it stands, though contents repeat the title', () => {
  const title = '# One <blink>two</blink> ![](a.png) $\\foo$\n\nText.\n';
  const source = manuscript({ 'one.md': title, 'two.md': '# Two\n\nText.\n' });
  const book = attachMatter({ ...parseManuscript(source), labels: wordingOf('en') });
  const { book: made } = bookToHast(book);
  const files = [...source.files, ...sections(made).map(({ file }) => file)];
  expect(sections(made).map(({ role }) => role)).toContain('toc');
  expect(messagesOf(files).map(({ file, rule }) => `${file} ${rule}`)).toEqual([
    'one.md html-unsafe',
    'one.md image-alt',
    'one.md math-syntax',
  ]);
});
