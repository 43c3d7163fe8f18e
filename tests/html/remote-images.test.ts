import { expect, it } from 'vitest';
import { VFile } from 'vfile';
import type { Element } from 'hast';
import { messagesOf } from '../../src/book/messages/messages.ts';
import { assetPath } from '../../src/html/asset-path.ts';
import { reportRemote } from '../../src/html/remote-images.ts';

const at = (line: number): Element => ({
  type: 'element',
  tagName: 'img',
  properties: {},
  children: [],
  position: { start: { line, column: 1 }, end: { line, column: 2 } },
});
const address = 'https://example.org/a.png';

function asked(files: ReadonlyArray<VFile>): string[] {
  reportRemote(files);
  return messagesOf(files).map(({ file, line, rule, reason }) => `${file}:${line} ${rule} ${reason}`);
}

it('are told of in one message, with the count and the next places', () => {
  const one = new VFile({ path: 'one.md' });
  const two = new VFile({ path: 'two.md' });
  for (const line of [3, 5]) expect(assetPath(address, at(line), one)).toBeUndefined();
  expect(assetPath('//example.org/b.png', at(7), two)).toBeUndefined();
  expect(asked([one, two, one])).toEqual([
    'one.md:3 image-remote 3 images lie on the network: https://example.org/a.png; next one.md:5:1, two.md:7:1',
  ]);
});

it('lie where they were fetched to', () => {
  const file = new VFile({ path: 'deep/one.md' });
  file.data.fetched = new Map([
    [address, { path: 'remote-images/0123456789abcdef.png' }],
    ['https://example.org/b.png', { fault: 'the server answers 404' }],
  ]);
  expect(assetPath(address, at(1), file)).toBe('remote-images/0123456789abcdef.png');
  expect(assetPath('https://example.org/b.png', at(2), file)).toBeUndefined();
  expect(asked([file])).toEqual([
    'deep/one.md:2 image-remote The image "https://example.org/b.png" was not fetched: the server answers 404',
  ]);
});

it('are words of films all the same', () => {
  const file = new VFile({ path: 'one.md' });
  assetPath('https://example.org/a.mp4', at(1), file, 'video');
  expect(asked([file])).toEqual([
    'one.md:1 media-outside The video "https://example.org/a.mp4" lies on the network',
  ]);
});
