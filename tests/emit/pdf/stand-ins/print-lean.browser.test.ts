import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Asset, Assets } from '../../../../src/book/book.ts';
import type { StoredBytes } from '../../../../src/book/bytes.ts';
import type { PressProfiles } from '../../../../src/book/profile.ts';
import type { RunningBrowser } from '../../../../src/emit/pdf/browser/browser.ts';
import { paintedPictures } from '../../../../src/emit/pdf/stand-ins/painted-pictures.ts';
import { makeBook } from '../../../builders/book.ts';
import { folderOf } from '../../../builders/folder.ts';
import { makeContents, makeLooks, makePrint, makeSection } from '../../../builders/hast-book.ts';
import { held } from '../../../builders/held.ts';
import { jpegSegment, png } from '../../../builders/pictures.ts';
import { pressProfiles } from '../../../builders/press-profiles.ts';
import { finishBook, type FinishedBook } from '../../../support/finish-book.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

let running: RunningBrowser;
let profiles: PressProfiles;
const files = new Map<string, Uint8Array>();

beforeAll(async () => {
  running = await sharedBrowser();
  profiles = await pressProfiles();
  const colourful = await photograph('linear-gradient');
  files.set('colour.jpg', colourful);
  files.set('grey.jpg', await photograph('grey'));
  files.set('round.jpg', await photograph('conic'));
  files.set('turned.jpg', turned(colourful));
  files.set('drawn.png', png(40, 30));
});

/** A photograph as a browser packs it. */
async function photograph(kind: string): Promise<Buffer> {
  const page = await running.browser.newPage();
  const url = await page.evaluate((wanted) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 200 });
    const context = canvas.getContext('2d')!;
    const gradient =
      wanted === 'conic'
        ? context.createConicGradient(0, 150, 100)
        : context.createLinearGradient(0, 0, 300, 200);
    gradient.addColorStop(0, wanted === 'grey' ? '#222' : '#804020');
    gradient.addColorStop(1, wanted === 'grey' ? '#eee' : '#40a0ff');
    context.fillStyle = gradient;
    context.fillRect(0, 0, 300, 200);
    return canvas.toDataURL('image/jpeg');
  }, kind);
  await page.close();
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

/** With the mark of a camera that was held upright (Exif 2.3, 4.6.4). */
function turned(jpeg: Buffer): Buffer {
  const orientation = [0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0];
  const tiff = [...Buffer.from('II*\0', 'latin1'), 8, 0, 0, 0, 1, 0, ...orientation, 0, 0, 0, 0];
  const exif = jpegSegment(0xe1, [...Buffer.from('Exif\0\0', 'latin1'), ...tiff]);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

/** The book twice: its pictures in memory, where they are printed as they are, and on disk. */
async function both(html: string, style: string): Promise<readonly [FinishedBook, FinishedBook]> {
  const book = makeBook(
    { front: [makeContents({ one: 'Loomings' })], body: [makeSection('one', html, { title: 'Loomings' })] },
    { ...makePrint({}), identifiers: { print: '9783161484100', others: [] } },
  );
  const looks = await makeLooks(book);
  const styled = { ...looks, stylesheets: [...looks.stylesheets, style] };
  const used = [...files].filter(([path]) => html.includes(path) || style.includes(path));
  const assets = (given: (path: string, bytes: Uint8Array) => Promise<Asset['bytes']>): Promise<Assets> =>
    Promise.all(
      used.map(async ([path, bytes]): Promise<[string, Asset]> => {
        const mediaType = path.endsWith('png') ? 'image/png' : 'image/jpeg';
        return [path, { path, mediaType, bytes: await given(path, bytes) }];
      }),
    ).then((all) => new Map(all));
  const inMemory = await assets((_, bytes) => Promise.resolve(bytes));
  const folder = await folderOf({});
  const onDisk = await assets((path, bytes) => stored(join(folder, path), bytes));
  const lean = new Map([...onDisk, ['unseen.jpg', unseen] as const]);
  return [
    await finishBook(book, inMemory, styled, running, profiles),
    await finishBook(book, lean, styled, running, profiles),
  ];
}

/** So many bytes that stand-ins pay; no page asks for them. */
const unseen: Asset = {
  path: 'unseen.jpg',
  mediaType: 'image/jpeg',
  bytes: { file: '/nowhere', length: 65 << 20, sha256: '0'.repeat(64) },
};

async function stored(file: string, bytes: Uint8Array): Promise<StoredBytes> {
  await writeFile(file, bytes);
  return { file, length: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

const round = '<p>Some words.</p><figure><img src="round.jpg" alt="Round"></figure>';
const colour = '<figure><img src="colour.jpg" alt="Colours"></figure>';
const grey = '<figure><img src="grey.jpg" alt="Greys"></figure>';

describe(
  'a book of many photographs is the same byte for byte as if Chrome had had them',
  { timeout: 120_000 },
  () => {
    test.each([
      ['shows them as they are', round + colour + grey, '', 3],
      ['shows one of them twice', round + colour + colour, '', 2],
      [
        'makes them round, pale and askew',
        round + colour,
        'img { border-radius: 9px; opacity: 0.5; rotate: 3deg }',
        2,
      ],
      [
        'has a picture in the style',
        round,
        'p { height: 4in; background: url(/colour.jpg) no-repeat 0 / 2in }',
        2,
      ],
      ['has other pictures too', `${round}<img src="drawn.png" alt="">`, '', 1],
      ['has shadows', round, 'img { box-shadow: 0 0 9px red }', 1],
      ['does not show one', round + colour, 'figure + figure { display: none }', 1],
      ['filters them', round + colour, 'img { filter: sepia(1) }', 0],
      ['filters what is around one', round + colour, 'figure + figure { filter: blur(1px) }', 0],
      ['cuts them', round, 'img { height: 1in; width: 1in; object-fit: cover }', 0],
      [
        'shows one as it is, and cut',
        round + round.replace('<img', '<img style="height: 1in; width: 1in; object-fit: cover"'),
        '',
        0,
      ],
      ['has a frame of one', round, 'p { border: 20px solid; border-image: url(/colour.jpg) 30 }', 0],
      ['has one of a camera held upright', `${round}<img src="turned.jpg" alt="Turned">`, '', 1],
    ])('where it %s', async (_, html, style, standIns) => {
      const [plain, lean] = await both(html, style);
      expect(paintedPictures(held(lean.pdf)).standIns.size).toBe(standIns);
      expect(paintedPictures(held(plain.pdf)).standIns.size).toBe(0);
      expect(plain.screen?.length).toBeGreaterThan(1000);
      expect(Buffer.compare(held(lean.screen), held(plain.screen))).toBe(0);
      expect(Buffer.compare(held(lean.press), held(plain.press))).toBe(0);
    });
  },
);
