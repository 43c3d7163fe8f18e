import { expect, test } from 'vitest';
import { limits, usualLimits } from '../../src/book/limits.ts';
import { messagesOf } from '../../src/book/messages/messages.ts';
import { checkNoteCount } from '../../src/lint/note-count.ts';
import { parseManuscript } from '../../src/markdown/parse-manuscript.ts';
import { manuscript } from '../builders/manuscript.ts';

test('a book takes as many notes as are accepted, all chapters together', () => {
  const chapter = '# A\n\nOne[^a] and two[^b].\n\n[^a]: A.\n\n[^b]: B.\n';
  const book = parseManuscript(manuscript({ 'one.md': chapter, 'two.md': chapter }));
  const told = (most: number) => {
    checkNoteCount(book, most);
    return messagesOf(book.notes.map(({ file }) => file)).map(
      ({ file, line, rule, reason }) => `${file}:${line} ${rule} ${reason}`,
    );
  };
  expect(told(4)).toEqual([]);
  expect(told(3)).toEqual(['two.md:7 too-dense The book has more than 3 notes']);
});

test('that is more than any book has', () => {
  expect(limits.notes.most).toBe(100_000);
  expect(usualLimits.notes).toBe(limits.notes.most);
});
