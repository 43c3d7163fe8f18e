import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readManuscript } from '../../../src/read/manuscript.ts';
import { folderOf } from '../../builders/folder.ts';

async function read(yaml: string | undefined) {
  const files = { 'book.yaml': 'title: A Short Book\nlanguage: en\n', '01-one.md': '# One\n' };
  const folder = await folderOf(yaml === undefined ? files : { ...files, 'index.yaml': yaml });
  const { concordance, files: all } = await readManuscript(folder);
  return {
    entries: concordance?.map(({ file, position, ...rest }) => ({
      ...rest,
      at: `${file.path}:${position?.start.line}:${position?.start.column}`,
    })),
    messages: messagesOf(all).map(
      ({ file, line, column, rule, reason }) => `${file}:${line}:${column} ${rule} ${reason}`,
    ),
  };
}

describe('index.yaml', () => {
  it('may be missing or empty', async () => {
    expect(await read(undefined)).toEqual({ entries: undefined, messages: [] });
    expect(await read('')).toEqual({ entries: [], messages: [] });
  });

  it('holds terms, by which words they are found, and where they lead', async () => {
    const { entries, messages } = await read(
      'gulls:\n"*Pequod*":\nAhab: captain\nsea: [sea, ocean]\n' +
        'whale: { also: sea, sort: whale, find: whale, sub: { white: white whale } }\nBehemoth: { see: whale }\n',
    );
    expect(messages).toEqual([]);
    expect(entries).toEqual([
      { path: ['gulls'], find: ['gulls'], at: 'index.yaml:1:1' },
      { path: ['*Pequod*'], find: ['Pequod'], at: 'index.yaml:2:1' },
      { path: ['Ahab'], find: ['captain'], at: 'index.yaml:3:1' },
      { path: ['sea'], find: ['sea', 'ocean'], at: 'index.yaml:4:1' },
      { path: ['whale'], find: ['whale'], also: 'sea', sort: 'whale', at: 'index.yaml:5:1' },
      { path: ['whale', 'white'], find: ['white whale'], at: 'index.yaml:5:54' },
      { path: ['Behemoth'], find: [], see: 'whale', at: 'index.yaml:6:1' },
    ]);
  });

  it('is told what is wrong with it, where it stands', async () => {
    const { entries, messages } = await read(
      'a: { finds: x }\nb: [[x]]\nc: { sub: { d: { sub: { e: { sub: { f: g } } } } } }\nh: { sub: i }\n',
    );
    expect(messages).toEqual([
      'index.yaml:1:6 config-unknown-key "a.finds" is no key known here',
      'index.yaml:2:5 config-value "b" must be text, not a list',
      'index.yaml:3:25 config-value "e" is as deep as sub-entries may be',
      'index.yaml:4:11 config-value "h.sub" must be a mapping from sub-entries, not "i"',
    ]);
    expect(entries?.map(({ path }) => path.join(' > '))).toEqual(['a', 'b', 'c', 'c > d', 'h']);
  });

  it('must be a mapping', async () => {
    const { messages } = await read('- whale\n');
    expect(messages).toEqual([
      'index.yaml:1:1 config-value The YAML must be a mapping from the terms of the index',
    ]);
  });
});
