import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { isStored } from '../../../src/book/bytes.ts';
import { usualLimits, type Limits } from '../../../src/book/limits.ts';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readBytes } from '../../../src/machine/bytes/read-bytes.ts';
import { readAssets } from '../../../src/read/images/assets.ts';
import { folderOf } from '../../builders/folder.ts';
import {
  cameraJpeg,
  cameraSegments,
  holdsSecrets,
  photograph,
  secrets,
  withSegments,
} from '../../builders/photographs.ts';
import { jpeg, jpegSegment, png, svg } from '../../builders/pictures.ts';

async function read(folder: string, paths: ReadonlyArray<string>, limits: Partial<Limits> = {}) {
  const file = new VFile({ path: 'a.md' });
  const references = paths.map((path, index) => {
    const point = { line: index + 1, column: 3 };
    return { path, file, position: { start: point, end: point } };
  });
  const { assets, placed } = await readAssets(folder, references, { limits: { ...usualLimits, ...limits } });
  return {
    assets,
    placed,
    messages: messagesOf([file]).map(
      (each) => `${each.line}:${each.column} ${each.rule} ${each.reason} – ${each.hint}`,
    ),
  };
}

describe('readAssets', () => {
  it('reads each image once, with its size', async () => {
    const folder = await folderOf({
      'images/a.png': png(40, 30),
      'b.JPG': jpeg(6, 4),
      'c.svg': svg('<path d="M0 0h9"/>'),
    });
    const { assets, messages } = await read(folder, ['images/a.png', 'b.JPG', 'c.svg', 'images/a.png']);
    expect(messages).toEqual([]);
    expect([...assets.values()].map(({ bytes, ...rest }) => ({ ...rest, length: bytes.length }))).toEqual([
      { path: 'images/a.png', mediaType: 'image/png', width: 40, height: 30, length: png(40, 30).length },
      { path: 'b.JPG', mediaType: 'image/jpeg', width: 6, height: 4, length: jpeg(6, 4).length },
      {
        path: 'c.svg',
        mediaType: 'image/svg+xml',
        width: 20,
        height: 10,
        length: svg('<path d="M0 0h9"/>').length,
      },
    ]);
  });

  it('takes out what cameras wrote, and tells who said where', async () => {
    const folder = await folderOf({
      'a.jpg': cameraJpeg(6),
      'b.jpg': withSegments(photograph, jpegSegment(0xfe, Buffer.from(secrets.author)), ''),
      'c.jpg': photograph,
    });
    const { assets, placed } = await read(folder, ['a.jpg', 'b.jpg', 'c.jpg']);
    expect(placed).toEqual(['a.jpg']);
    const [turned, plain, same] = [...assets.values()];
    expect(turned).toMatchObject({ width: 16, height: 32 });
    expect(holdsSecrets(await readBytes(turned!.bytes))).toBe(false);
    expect(plain?.bytes).toEqual(Buffer.from(photograph));
    // There was nothing to take out: it is read again where it lies.
    expect(same?.bytes).toMatchObject({ file: expect.stringMatching(/c\.jpg$/), length: photograph.length });
  });

  it('keeps what it has cleaned on disk where it is large', async () => {
    const large = withSegments(jpeg(6, 4, 3, Buffer.alloc(70_000, 7)), cameraSegments(1));
    const folder = await folderOf({ 'a.jpg': large, 'b.jpg': cameraJpeg(1) });
    const references = ['a.jpg', 'b.jpg'].map((path) => ({ path, file: new VFile() }));
    const { assets } = await readAssets(folder, references, { scratch: join(folder, 'scratch') });
    const { bytes } = assets.get('a.jpg')!;
    expect(isStored(bytes) && bytes.file.startsWith(join(folder, 'scratch'))).toBe(true);
    expect(await readBytes(bytes)).toEqual(jpeg(6, 4, 3, Buffer.alloc(70_000, 7)));
    expect(isStored(assets.get('b.jpg')!.bytes)).toBe(false);
  });

  it('says at every place that an image is missing, and which was meant', async () => {
    const folder = await folderOf({ 'images/harbour.png': png(1, 1) });
    const { assets, messages } = await read(folder, [
      'images/Harbour.png',
      'images/ship.png',
      'images/Harbour.png',
    ]);
    expect(assets.size).toBe(0);
    expect(messages).toEqual([
      '1:3 image-missing The image "images/Harbour.png" does not exist – Did you mean "images/harbour.png"? Names are told apart by their letter case, too.',
      '2:3 image-missing The image "images/ship.png" does not exist – Correct the path, which is relative to the Markdown file, or add the image.',
      '3:3 image-missing The image "images/Harbour.png" does not exist – Did you mean "images/harbour.png"? Names are told apart by their letter case, too.',
    ]);
  });

  it('accepts as much as it is told to', async () => {
    const folder = await folderOf({
      'a.png': png(40, 30),
      'b.svg': svg('<path id="p" d="M0 0h9"/><use href="#p"/><use href="#p"/>'),
    });
    const told = async (limits: Partial<Limits>) =>
      (await read(folder, ['a.png', 'b.svg'], limits)).messages.map((each) => each.replace(/ –.*/, ''));
    expect(await told({ 'image-pixels': 1200, 'drawing-uses': 2 })).toEqual([]);
    expect(await told({ 'image-pixels': 1199 })).toEqual([
      '1:3 image-too-large The image "a.png" has 0 megapixels, more than 0.001199',
    ]);
    expect(await told({ 'image-size': 10 })).toHaveLength(2);
    expect(await told({ 'drawing-size': 10 })).toEqual([expect.stringMatching(/^2:3 image-too-large/)]);
    expect(await told({ 'drawing-uses': 1 })).toEqual([
      expect.stringMatching(/^2:3 svg-unsafe .*more than 1 times/),
    ]);
  });

  it('reads nothing from outside, by path or by link', async () => {
    const outside = await folderOf({ 'a.png': png(1, 1) });
    const folder = await folderOf({ 'b.png/c.txt': '' });
    await symlink(join(outside, 'a.png'), join(folder, 'link.png'));
    const { assets, messages } = await read(folder, [
      '../a.png',
      join(outside, 'a.png'),
      'link.png',
      'b.png',
    ]);
    expect(assets.size).toBe(0);
    expect(messages.map((each) => each.split(' ')[1])).toEqual([
      'image-outside',
      'image-outside',
      'image-outside',
      'file-unreadable',
    ]);
  });
});
