import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../src/book/messages/messages.ts';
import { report } from '../../src/book/messages/messages.ts';
import { readManuscript } from '../../src/read/manuscript.ts';
import { parseManuscript } from '../../src/markdown/parse-manuscript.ts';
import { folderOf } from '../builders/folder.ts';

async function bookOf(files: Readonly<Record<string, string>>) {
  const manuscript = await readManuscript(
    await folderOf({
      'book.toml': '[book]\ntitle = "T"\n',
      'src/SUMMARY.md': '- [One](one.md)\n  - [Two](deep/two.md)\n- [Three](three.md)\n',
      'src/img/a.png': 'x',
      ...files,
    }),
  );
  const book = parseManuscript(manuscript);
  return { book, messages: messagesOf(manuscript.files) };
}

const files = {
  'src/one.md': '# One\n\nText.[^1] See [two](deep/two.md#far).\n\n[^1]: Note of one.\n',
  'src/deep/two.md':
    '## Two\n\n![A](../img/a.png)\n\n### Far\n\nMore.[^1] <a id="old"></a>[here](#old)\n\n[^1]: Note of two.\n',
  'src/three.md': '# Three\n\n[Two](deep/two.md), [far](deep/two.md#far), [old](deep/two.md#old).\n',
};

describe('files below a chapter', () => {
  it('go on with it: their titles are headings in it, and links lead there', async () => {
    const { book, messages } = await bookOf(files);
    expect(messages).toEqual([]);
    const [one, three] = book.body;
    expect(book.body).toHaveLength(2);
    expect(one?.headings.map(({ depth, text }) => `${depth} ${text}`)).toEqual(['2 Two', '3 Far']);
    const json = JSON.stringify(three?.tree);
    expect(json).toContain(`"url":"#${one?.headings[0]?.id}"`);
    expect(json).toContain(`"url":"#${one?.headings[1]?.id}"`);
    expect(json).toContain('"url":"#src-one---src-deep-two.old"');
    expect(JSON.stringify(one?.tree)).toContain('<a id=\\"src-deep-two.old\\">');
  });

  it('keep their notes, and find their images', async () => {
    const { book } = await bookOf(files);
    expect(book.notes.map(({ section, file }) => `${section} ${file.path}`)).toEqual([
      'src-one src/one.md',
      'src-one src/deep/two.md',
    ]);
    expect(JSON.stringify(book.body[0]?.tree)).toContain('"url":"img/a.png"');
  });

  it('are named in messages about places of the whole', async () => {
    const { book } = await bookOf(files);
    const [one] = book.body;
    const far = one?.tree.children.find((node) => node.type === 'heading' && node.depth === 3);
    report(one?.file ?? new VFile(), 'heading-level', 'Said', far);
    const origin = one?.file.data.origin;
    const parts = origin !== undefined && 'joined' in origin ? origin.joined : [];
    const joined = parts.find(({ file }) => file.path === 'src/deep/two.md')?.file;
    expect(
      messagesOf(joined === undefined ? [] : [joined]).map(({ file, line }) => `${file}:${line}`),
    ).toEqual(['src/deep/two.md:5']);
  });
});

it('bring what was fetched for them, and what they keep', async () => {
  const manuscript = await readManuscript(
    await folderOf({
      'book.toml': '[book]\ntitle = "T"\n',
      'src/SUMMARY.md': '- [One](one.md)\n  - [Two](deep/two.md)\n',
      'src/one.md': '# One\n\nText.\n',
      'src/deep/two.md': '# Two\n\nText.\n',
    }),
  );
  const two = manuscript.sources[1]?.file;
  if (two === undefined) throw new Error('There is no second file');
  two.data.fetched = new Map([['https://example.org/a.png', { path: 'remote-images/a.png' }]]);
  two.data.kept = new Map([['src/deep/b.png', new Uint8Array([1])]]);
  const { file } = parseManuscript(manuscript).body[0] ?? {};
  expect([...(file?.data.fetched?.keys() ?? [])]).toEqual(['https://example.org/a.png']);
  expect([...(file?.data.kept?.keys() ?? [])]).toEqual(['src/deep/b.png']);
});
