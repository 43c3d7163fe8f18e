import { expect, it } from 'vitest';
import { keptIn } from '../../../../src/book/kept-pictures.ts';
import { folderOf } from '../../../builders/folder.ts';
import { stepped, translated } from './translated.ts';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const steps = new Set(['images'] as const);

it('keeps the pictures that a text has in its addresses', async () => {
  const svg = 'data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22/%3E';
  const typed = `![A](data:image/png;base64,${png})\n\n![B][b]\n\n![C](${svg})\n\n[b]: <data:image/png;base64,${png}>`;
  const { text, file, messages } = await translated(typed, { steps }, { path: 'a/the sea.md' });
  expect(text).toContain('![A](the-sea-written-1.png)');
  expect(text).toContain('![B](<the-sea-written-1.png>)');
  expect(text).toContain('![C](the-sea-written-2.svg)');
  expect(messages).toEqual([]);
  expect(keptIn(file, 'a/the-sea-written-1.png')).toEqual(Buffer.from(png, 'base64'));
  expect(keptIn(file, 'a/the-sea-written-2.svg')?.toString()).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
  );
});

it('leaves those out that lie on the network, also where their words go over lines', async () => {
  const typed = '> One ![The\n> sea](https://example.org/sea.png) two.\n> Three.';
  const { text, messages } = await translated(typed, { steps });
  expect(text).toBe('> One The sea two.\n> Three.');
  expect(messages).toEqual([expect.stringContaining('1 An image lies on the network')]);
});

it('leaves them in code', async () => {
  const code = `\`\`\`\n![A](data:image/png;base64,${png})\n\`\`\``;
  expect(await stepped(code, 'images')).toBe(code);
});

it('finds pictures whose names are in other letter case', async () => {
  const root = await folderOf({ 'text/one.md': '', 'Images/Sea.PNG': '' });
  const { text, messages } = await translated(
    '![A](../images/sea.png)',
    { steps },
    { root, path: 'text/one.md' },
  );
  expect(text).toBe('![A](../Images/Sea.PNG)');
  expect(messages).toEqual([]);
});

it('leaves those out whose files were not fetched', async () => {
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n';
  const root = await folderOf({ 'a.png': pointer });
  const { text, messages } = await translated('![The sea](a.png)', { steps }, { root });
  expect(text).toBe('The sea');
  expect(messages).toEqual([expect.stringContaining('pointer of Git LFS')]);
});

it('leaves those out that have no address', async () => {
  const { text, messages } = await translated('![A]() and ![]( )', { steps });
  expect(text).toBe('A and ');
  expect(messages).toEqual([
    '1 2 images do not exist and are left out, but for their words: ![A](); next one.md:1:1',
  ]);
});

it('reads tags that go over lines', async () => {
  const { text, messages } = await translated(
    '<p>\n<img\n  alt="A"\n  src="https://example.org/a.png"\n/>\n</p>',
    {
      steps,
    },
  );
  expect(text).toBe('<p>\nA\n</p>');
  expect(messages[0]).toContain('lies on the network');
});

it('gives pictures the name of their format', async () => {
  const root = await folderOf({ 'sea.jpg': Buffer.from(png, 'base64') });
  const { text, file, messages } = await translated('![A](sea.jpg)', { steps }, { root });
  expect(text).toBe('![A](sea.png)');
  expect(Buffer.from(keptIn(file, 'sea.png') ?? [])).toEqual(Buffer.from(png, 'base64'));
  expect(messages).toEqual([]);
});

it('finds pictures whose paths have blanks', async () => {
  const root = await folderOf({ 'text/one.md': '', 'img/my sea.png': '' });
  const dialect = { steps, imageFolders: [''] };
  const { text, messages } = await translated(
    'A ![A](/img/my sea.png "Sea") and ![B](<../img/my sea.png>).',
    dialect,
    {
      root,
      path: 'text/one.md',
    },
  );
  expect(text).toBe('A ![A](<../img/my%20sea.png> "Sea") and ![B](<../img/my sea.png>).');
  expect(messages).toEqual([]);
});

/** A bitmap of one pixel. */
function bitmap(compression = 0): Uint8Array {
  const bytes = Buffer.alloc(58);
  bytes.write('BM');
  for (const [at, value] of [
    [10, 54],
    [14, 40],
    [18, 1],
    [22, 1],
    [26, 0x18_00_01],
    [30, compression],
  ] as const)
    bytes.writeUInt32LE(value, at);
  bytes.set([3, 2, 1], 54);
  return bytes;
}

it('makes pictures that no e-book shows such as one shows', async () => {
  const root = await folderOf({
    'one.md': '',
    'a.bmp': bitmap(),
    'b.png': bitmap(),
    'c.bmp': bitmap(1),
    'd.tif': 'II*\0 and nothing more',
    'e.heic': '\0\0\0\u0018ftypheic',
    'f.png': '\n<!DOCTYPE html><html></html>',
  });
  const typed = '![A](a.bmp) ![B](b.png) ![C](c.bmp) ![D](d.tif) ![E](e.heic) ![F](f.png)';
  const { text, file, messages } = await translated(typed, { steps }, { root });
  expect(text).toBe('![A](a.bmp.png) ![B](b.png.png) C D E F');
  expect(messages).toEqual([
    '1 4 images are of a kind that no edition can carry, and are left out, but for their words: c.bmp; next one.md:1:1, one.md:1:1, one.md:1:1',
  ]);
  const made = keptIn(file, 'b.png.png');
  expect(
    Buffer.from(made as Uint8Array)
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});
