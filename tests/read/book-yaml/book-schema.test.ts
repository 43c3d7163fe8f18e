import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readBookYaml } from '../../../src/read/book-yaml/book-yaml.ts';
import { folderOf } from '../../builders/folder.ts';

async function read(keys: string) {
  const folder = await folderOf({ 'book.yaml': `title: A\nlanguage: en\n${keys}` });
  const { metadata, file } = await readBookYaml(folder, []);
  const { numbering, lists } = metadata;
  const found = messagesOf([file]).map(({ line, column, reason }) => `${line}:${column} ${reason}`);
  return { numbering, lists, found };
}

describe('the keys numbering and lists of book.yaml', () => {
  it('may be absent', async () => {
    expect(await read('')).toEqual({
      numbering: { chapters: 'book', figures: 'book', tables: 'book' },
      lists: { figures: false, tables: false },
      found: [],
    });
  });

  it('say how figures and tables are counted, and what is listed', async () => {
    expect(await read('numbering: { tables: chapter }\nlists: { figures: true }\n')).toEqual({
      numbering: { chapters: 'book', figures: 'book', tables: 'chapter' },
      lists: { figures: true, tables: false },
      found: [],
    });
  });

  it('take nothing else', async () => {
    const { found } = await read('numbering: { tables: part }\nlists: { figures: some }\n');
    expect(found).toEqual([
      '3:22 "numbering.tables" must be book or chapter, not "part"',
      '4:19 "lists.figures" must be true or false, not "some"',
    ]);
  });
});
