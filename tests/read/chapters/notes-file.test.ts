import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readManuscript } from '../../../src/read/manuscript.ts';
import { beginsWithNote } from '../../../src/read/chapters/notes-file.ts';
import { folderOf } from '../../builders/folder.ts';

const book = 'title: A Short Book\nlanguage: en\n';

async function read(files: Readonly<Record<string, string>>) {
  const {
    sharedNotes,
    sharedNotesFrontMatter,
    sources,
    files: all,
  } = await readManuscript(await folderOf(files));
  return {
    shared: sharedNotes?.path,
    sharedNotesFrontMatter,
    isAmongFiles: sharedNotes !== undefined && all.includes(sharedNotes),
    chapters: sources.map(({ file }) => file.path),
    found: messagesOf(all).map((each) => `${each.file}:${each.line}:${each.column} ${each.rule}`),
  };
}

describe('the file of shared notes', () => {
  it('is a notes.md that begins with a note, with or without contents', async () => {
    const files = { 'a.md': '# A', 'notes.md': '---\nlanguage: de\n---\n\n# Notes\r\n\n[^x]: Text.' };
    for (const contents of ['', 'contents: [a.md]\n']) {
      expect(await read({ 'book.yaml': book + contents, ...files })).toEqual({
        shared: 'notes.md',
        sharedNotesFrontMatter: { language: 'de' },
        isAmongFiles: true,
        chapters: ['a.md'],
        found: [],
      });
    }
  });

  it('is no notes.md of running text, and none listed under contents', async () => {
    const text = await read({
      'book.yaml': book,
      'a.md': '# A',
      'notes.md': '# Notes\n\nOn notes.[^x]\n\n[^x]: Text.',
    });
    expect([text.shared, text.chapters, text.found]).toEqual([undefined, ['a.md', 'notes.md'], []]);
    const listed = await read({ 'book.yaml': `${book}contents: [notes.md]`, 'notes.md': '[^x]: Text.' });
    expect([listed.shared, listed.chapters, listed.found]).toEqual([undefined, ['notes.md'], []]);
    const unlisted = await read({
      'book.yaml': `${book}contents: [a.md]`,
      'a.md': '# A',
      'notes.md': 'Text.',
    });
    expect(unlisted.found).toEqual(['book.yaml:3:1 contents-unlisted']);
  });

  it('is the file that book.yaml names, whatever it holds', async () => {
    const named = await read({
      'book.yaml': `${book}notes: { file: back/all.md }\n`,
      'a.md': '# A',
      'back/all.md': 'Text.',
      'notes.md': '[^x]: Text.',
    });
    expect([named.shared, named.chapters, named.found]).toEqual(['back/all.md', ['a.md', 'notes.md'], []]);
  });

  it('is reported where it is missing, outside or listed as well', async () => {
    const chapter = { 'a.md': '# A', 'n.md': '[^x]: Text.' };
    const found = async (rest: string) => (await read({ 'book.yaml': book + rest, ...chapter })).found;
    expect(await found('notes: { file: m.md }\n')).toEqual(['book.yaml:3:16 contents-missing']);
    expect(await found('notes: { file: ../n.md }\n')).toEqual(['book.yaml:3:16 file-unreadable']);
    expect(await found('notes: { file: n.txt }\n')).toEqual(['book.yaml:3:16 config-value']);
    const listed = await read({
      'book.yaml': `${book}notes: { file: n.md }\ncontents: [a.md, n.md]\n`,
      ...chapter,
    });
    expect([listed.shared, listed.chapters, listed.found]).toEqual([
      'n.md',
      ['a.md'],
      ['book.yaml:3:16 contents-duplicate'],
    ]);
  });
});

describe('beginsWithNote', () => {
  it.each([
    ['[^x]: Text.', true],
    ['\n\n<!-- a --> <!-- b -->\n## Notes\n<!-- c -->\n\n[^x]: Text.', true],
    ['---\ntitle: A\n---\n[^x]: Text.', true],
    ['# A\n\n# B\n\n[^x]: Text.', false],
    ['[^x] Text.', false],
    ['[^x y]: Text.', false],
    ['Text.\n\n[^x]: Text.', false],
    ['', false],
    [`${'<!-- a '.repeat(5000)}x`, false],
  ])('%j: %s', (text, expected) => {
    expect(beginsWithNote(text)).toBe(expected);
  });
});
