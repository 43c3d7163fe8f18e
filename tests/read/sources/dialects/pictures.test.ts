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
