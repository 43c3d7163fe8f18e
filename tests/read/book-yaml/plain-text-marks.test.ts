import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readManuscript } from '../../../src/read/manuscript.ts';
import { folderOf } from '../../builders/folder.ts';

describe('reportMarks', () => {
  it('finds marks in the texts of book.yaml and of front matter, each at its place', async () => {
    const folder = await folderOf({
      'book.yaml':
        'title: "A Short[^1] Book[^1]"\nlanguage: en\ndescription: >-\n  Long\n  text[^*x].\ncontents:\n  - part: One[^p]\n    contents: [a.md]\n',
      'a.md': '---\ntitle: A[^1]\nauthor: |-\n  B [^a-z]\nmarkedNotes: ["[^1]", "*b"]\n---\n\n[^1]',
    });
    const { files, sources } = await readManuscript(folder);
    const found = messagesOf(files);
    expect(found.map((each) => `${each.file}:${each.line}:${each.column} ${each.rule}`)).toEqual([
      'a.md:2:9 note-misplaced',
      'book.yaml:1:16 note-misplaced',
      'book.yaml:1:25 note-misplaced',
      'book.yaml:5:7 note-misplaced',
      'book.yaml:7:14 note-misplaced',
    ]);
    expect(found.at(-1)?.hint).toContain('role: part');
    expect(sources.at(-1)).toMatchObject({ frontMatter: { markedNotes: ['1', '*b'] } });
  });
});
