import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readBookYaml } from '../../../src/read/book-yaml/book-yaml.ts';
import { folderOf } from '../../builders/folder.ts';

async function read(keys: string) {
  const folder = await folderOf({ 'book.yaml': `title: A\nlanguage: en\n${keys}` });
  return readBookYaml(folder, []);
}

describe('people in book.yaml', () => {
  it.each([
    ['author: Jane Doe', ['Jane Doe']],
    ['authors: [Jane Doe, Li Wei]', ['Jane Doe', 'Li Wei']],
    ['author: { name: Jane Doe }\ncontributors: [Jane Doe, Li Wei]', ['Jane Doe', 'Li Wei']],
    ['contributors: Jane Doe', ['Jane Doe']],
  ])('%s', async (keys, names) => {
    const { metadata, file } = await read(keys);
    expect(file.messages).toEqual([]);
    expect(metadata.contributors).toEqual(names.map((name) => ({ name, role: 'aut' })));
  });

  it('may be a body, by its name or by what is said of it', async () => {
    const { metadata } = await read(`contributors:
  - Institute of Whales
  - { name: The Whalers, organization: true }
  - { name: Ada Institute, organization: false }
  - { name: Bo Institute, sortAs: "Institute, Bo" }
`);
    expect(metadata.contributors.map(({ organization }) => organization)).toEqual([
      true,
      true,
      undefined,
      undefined,
    ]);
  });
});

describe('short forms', () => {
  it('stand for the name of a series, the image of a cover, the statement of rights', async () => {
    const { metadata, file } = await read('series: Tales\ncover: a.png\ncopyright: © 2024 A\n');
    expect(file.messages).toEqual([]);
    expect(metadata.series).toEqual({ name: 'Tales' });
    expect(metadata.cover).toEqual({ image: 'a.png', alt: 'A' });
    expect(metadata.copyright.statement).toBe('© 2024 A');
  });
});

describe('keys of other tools', () => {
  it.each([
    ['isbn: 978-3-16-148410-0', 'Write:\nidentifiers:\n  print: 978-3-16-148410-0'],
    ['editor: Ed Itor', 'Write:\ncontributors:\n  - name: Ed Itor\n    role: editor'],
    ['tags: [a, b]', 'Write:\nsubjects:\n  - a\n  - b'],
    ['trim: A5', 'Write:\nprint:\n  trim: A5'],
  ])('%s', async (keys, hint) => {
    const { file } = await read(keys);
    expect(messagesOf([file]).map((each) => [each.rule, each.hint])).toEqual([['config-unknown-key', hint]]);
  });

  it('that name the language otherwise bring no second message', async () => {
    const folder = await folderOf({ 'book.yaml': 'title: A\nlang: de\n' });
    const { file } = await readBookYaml(folder, []);
    expect(messagesOf([file]).map(({ rule, hint }) => [rule, hint])).toEqual([
      ['config-unknown-key', 'Write:\nlanguage: de'],
    ]);
  });
});
