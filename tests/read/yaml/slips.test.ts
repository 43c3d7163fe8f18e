import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readManuscript } from '../../../src/read/manuscript.ts';
import { folderOf } from '../../builders/folder.ts';

/** What is said of a book.yaml, each as `line:column reason – hint`. */
async function said(yaml: string): Promise<string[]> {
  const folder = await folderOf({ 'book.yaml': yaml, 'a.md': '# A\n\nText.\n' });
  const { files } = await readManuscript(folder);
  return messagesOf(files).map(({ line, column, reason, hint }) => `${line}:${column} ${reason} – ${hint}`);
}

const head = 'title: T\nlanguage: en\n';

describe('a slip in book.yaml is told of once, with what to write', () => {
  it.each([
    [
      'subjects:\n  -Whales\n  -The sea\n',
      ['4:3 There is no blank behind the hyphen – Write:\n- Whales\n- The sea'],
    ],
    ['print:\n  trim:A5\n', ['4:3 There is no blank behind the colon – Write: trim: A5']],
    ['print:\ntrim: A5\n', ['4:1 "trim" is no key known here – Write:\nprint:\n  trim: A5']],
    [
      'contents:\n  - part: One\n    chapters: [a.md]\n',
      ['5:5 "contents.chapters" is no key known here – Write:\ncontents:\n  - a.md'],
    ],
    [
      'contents: [a]\n',
      ['3:12 "a" is no Markdown file, as its name has it – Write a.md, if that is the file.'],
    ],
    [
      'subjects: [S]\nsubjects: [T]\n',
      [expect.stringMatching(/^4:1 The key stands twice.* – Keep one of the two/)],
    ],
  ])('%j', async (yaml, messages) => {
    expect(await said(`${head}${yaml}`)).toEqual(messages);
  });

  it.each([
    ['notes: foot\n', 'Write: notes: { place: foot }'],
    ['print: A5\n', 'Write: print: { trim: A5 }'],
    ['notes: Footnotes\n', 'Write: notes: { place: foot }'],
    ['subjects: Whales, the sea\n', 'Write: subjects: [Whales, the sea]'],
  ])('%j', async (yaml, hint) => {
    const messages = await said(`${head}${yaml}`);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(` – ${hint}`);
  });

  it.each(['', 'title = T\n'])('%j is no mapping, and of the language nothing is said', async (yaml) => {
    expect(await said(yaml)).toHaveLength(1);
  });

  it('says what to write where all lines have signs of equality', async () => {
    expect(await said('title = "T"\nlanguage = en\n')).toEqual([
      '1:1 The lines have no colons – Write: title: "T"',
    ]);
  });

  it('a language with a capital is no missing one', async () => {
    expect(await said('title: T\nLanguage: en\n')).toEqual([
      expect.stringMatching(/^2:1 "Language" is no key known here – Did you mean "language"\?/),
    ]);
  });
});

it('one entry may stand without its list', async () => {
  const folder = await folderOf({
    'book.yaml': `${head}subjects: Whales\ncontents: b.md\n`,
    'b.md': '# B\n\nText.\n',
  });
  const { files, metadata, sources } = await readManuscript(folder);
  expect(messagesOf(files)).toEqual([]);
  expect(metadata.subjects).toEqual([{ text: 'Whales' }]);
  expect(sources.map((each) => each.kind === 'file' && each.file.path)).toEqual(['b.md']);
});
