import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readBookYaml } from '../../../src/read/book-yaml/book-yaml.ts';
import { folderOf } from '../../builders/folder.ts';

async function read(notes: string) {
  const folder = await folderOf({ 'book.yaml': `title: A\nlanguage: en\n${notes}` });
  const { metadata, notesFile, file } = await readBookYaml(folder, []);
  return {
    notes: metadata.notes,
    notesFile,
    found: messagesOf([file]).map(({ line, column, rule }) => `${line}:${column} ${rule}`),
  };
}

describe('the key notes of book.yaml', () => {
  it('may be absent', async () => {
    expect(await read('')).toEqual({
      notes: {
        place: 'book',
        numbering: 'chapter',
        style: 'footnotes',
        marked: { signs: 'symbols' },
      },
      notesFile: undefined,
      found: [],
    });
  });

  it('says everything about notes', async () => {
    expect(
      await read(
        'notes:\n  place: chapter\n  numbering: book\n  title: Sources\n  introduction: All of them.\n  before: bibliography\n  style: bracketed\n  marked: { title: By the editor }\n  file: ./all.md\n',
      ),
    ).toEqual({
      notes: {
        place: 'chapter',
        numbering: 'book',
        title: 'Sources',
        introduction: 'All of them.',
        before: 'bibliography',
        style: 'bracketed',
        marked: { signs: 'symbols', title: 'By the editor' },
      },
      notesFile: 'all.md',
      found: [],
    });
  });

  it('has both series at the foot of pages, unless the second has a place of its own', async () => {
    expect((await read('notes: { place: foot }\n')).notes.marked.place).toBe('foot');
    const { notes, found } = await read('notes: { place: foot, marked: { place: chapter } }\n');
    expect([notes.place, notes.marked.place, found]).toEqual(['foot', undefined, []]);
    expect((await read('notes: { marked: { place: foot } }\n')).notes).toMatchObject({
      place: 'book',
      marked: { place: 'foot' },
    });
  });

  it('accepts no other values', async () => {
    const { found } = await read(
      'notes:\n  before: chapter\n  style: web\n  marked: { signs: numbers, sign: a }\n  files: a.md\n  place: feet\n',
    );
    expect(found).toEqual([
      '4:11 config-value',
      '5:10 config-value',
      '6:20 config-value',
      '6:29 config-unknown-key',
      '7:3 config-unknown-key',
      '8:10 config-value',
    ]);
  });
});
