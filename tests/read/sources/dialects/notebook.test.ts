import { expect, it } from 'vitest';
import { messagesOf } from '../../../../src/book/messages/messages.ts';
import { keptIn } from '../../../../src/book/kept-pictures.ts';
import { readAssets } from '../../../../src/read/images/assets.ts';
import { readNotebook } from '../../../../src/read/sources/dialects/notebook.ts';
import { folderOf } from '../../../builders/folder.ts';
import { translated } from './translated.ts';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const code = (source: string, outputs: unknown[] = [], tags: string[] = []): unknown => ({
  cell_type: 'code',
  source: source.split(/(?<=\n)/),
  outputs,
  metadata: { tags },
});
const said = (text: string): unknown => ({ output_type: 'stream', name: 'stdout', text: [text] });
const drawn = {
  output_type: 'display_data',
  data: { 'image/png': png, 'text/plain': ['<Figure size 1x1>'] },
};
const notebook = (cells: unknown[], language = 'python'): string =>
  JSON.stringify({ cells, metadata: { language_info: { name: language } }, nbformat: 4 });

function textOf(cells: unknown[], language?: string): string {
  const { lines } = readNotebook(notebook(cells, language), 'tides');
  return lines
    .map(({ text }) => text)
    .join('\n')
    .trim();
}

it.each([
  [[{ cell_type: 'markdown', source: ['# One\n', '\n', 'Text.'] }], '# One\n\nText.'],
  [[code('x()', [said('1\n')])], '````python\nx()\n````\n\n````\n1\n````'],
  [[code('x()', [said('1\n')], ['remove-cell'])], ''],
  [[code('x()', [said('1\n')], ['hide-input'])], '````\n1\n````'],
  [[code('x()', [said('1\n')], ['remove-output'])], '````python\nx()\n````'],
  [[code('#| echo: false\nx()', [said('1')])], '````\n1\n````'],
  [[code('#| include: false\nx()', [said('1')])], ''],
  [[code('plot()', [drawn])], '````python\nplot()\n````\n\n![](tides-1.png)'],
  [
    [code('#| label: fig-sea\n#| fig-cap: The sea\n#| echo: false\nplot()', [drawn])],
    ':::figure{#fig-sea}\n![The sea](tides-1.png)\n\nThe sea\n:::',
  ],
  [
    [
      {
        cell_type: 'markdown',
        source: '![A](attachment:a.png)',
        attachments: { 'a.png': { 'image/png': png } },
      },
    ],
    '![A](tides-1.png)',
  ],
])('%j', (cells, expected) => {
  expect(textOf(cells)).toBe(expected);
});

it('is in the language of its kernel', () => {
  expect(textOf([code('x <- 1')], 'R')).toBe('````r\nx <- 1\n````');
});

it('that is none has no text', () => {
  expect(readNotebook('{', 'x').lines.map(({ text }) => text)).toEqual(['']);
});

it('says where it holds something else in place of a picture', async () => {
  const stripped = {
    data: { 'image/png': '38ae69954a1db57087374fccdf6b0b272e3a0657', 'text/plain': ['<Figure>'] },
  };
  const { text, messages } = await translated(
    notebook([code('plot()', [stripped])]),
    { steps: new Set(['images']) },
    { root: await folderOf({}), path: 'tides.ipynb' },
  );
  expect(text.trim()).toBe('````python\nplot()\n````');
  expect(messages).toEqual([expect.stringContaining('figure')]);
});

it('has its pictures in the book, which are in no file', async () => {
  const root = await folderOf({});
  const { text, file, messages } = await translated(
    notebook([code('plot()', [drawn])]),
    { steps: new Set(['images']) },
    { root, path: 'deep/the tides.ipynb' },
  );
  expect(text).toContain('![](the-tides-output-1.png)');
  expect(messages).toEqual([]);
  const path = 'deep/the-tides-output-1.png';
  const kept = keptIn(file, path);
  expect(kept).toEqual(Buffer.from(png, 'base64'));
  const { assets } = await readAssets(root, [{ path, file, ...(kept && { kept }) }]);
  expect(assets.get(path)).toMatchObject({ mediaType: 'image/png', width: 1 });
  expect(messagesOf([file])).toEqual([]);
});
