import { PDFDocument } from 'pdf-lib';
import { imageSize } from 'image-size';
import { describe, expect, it } from 'vitest';
import type { Asset } from '../../../src/book/book.ts';
import { coverDesigns, type CoverSize } from '../../../src/book/cover.ts';
import type { Metadata } from '../../../src/book/metadata.ts';
import { emitFront, emitWrap, type EmittedCover } from '../../../src/emit/cover/emit-cover.ts';
import { wrapGeometry } from '../../../src/emit/cover/geometry.ts';
import { readCoverDesign } from '../../../src/read/templates/cover-design.ts';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { png } from '../../builders/pictures.ts';
import { makeBook } from '../../builders/book.ts';
import { sharedBrowser } from '../../support/shared-browser.ts';

const running = await sharedBrowser();

const size: CoverSize = {
  trim: { width: 432, height: 648 },
  bleed: 9,
  spine: 54,
  pages: 300,
  printer: 'KDP',
  paper: 'cream',
};
const rules = { textFromPages: 79, textMargin: 4.5 };

const whale: Partial<Metadata> = {
  title: 'The Whale',
  subtitle: 'A Study',
  contributors: [{ name: 'Ada Roe', role: 'aut' }],
  publisher: { name: 'Fathom Press' },
  description: 'Everything about whales.',
  identifiers: { print: '9780306406157', others: [] },
};

async function wrapOf(metadata: Partial<Metadata>, rest: Partial<CoverSize> = {}): Promise<EmittedCover> {
  const book = makeBook({}, { ...whale, ...metadata });
  const geometry = wrapGeometry({ ...size, ...rest }, book.metadata.language, rules);
  return emitWrap(book, new Map(), await readCoverDesign(book.metadata), geometry, running.browser);
}

/** The pieces of text on the only page with the place where each begins, in points from the left. */
async function textOf(bytes: Uint8Array) {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const page = await (await task.promise).getPage(1);
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [{ text: item.str, x: Number(item.transform[4]), turn: Math.sign(Number(item.transform[1])) }]
      : [],
  );
  await task.destroy();
  return pieces;
}

describe('emitWrap', () => {
  it.each(coverDesigns)('lays out back, spine and front in the design %s', async (design) => {
    const { bytes, overflowing, missing } = await wrapOf({ cover: { design } });
    expect(overflowing).toEqual([]);
    expect([...missing]).toEqual([]);
    const document = await PDFDocument.load(bytes);
    expect(document.getPageCount()).toBe(1);
    expect(document.getPage(0).getSize()).toEqual({ width: 936, height: 666 });

    const pieces = await textOf(bytes);
    const fold = { left: 9 + 432, right: 9 + 432 + 54 };
    const back = pieces.filter(({ x }) => x < fold.left).map(({ text }) => text);
    const front = pieces.filter(({ x }) => x > fold.right).map(({ text }) => text);
    const spine = pieces.filter(({ turn }) => turn !== 0);
    expect(back.join(' ')).toContain('Everything about whales.');
    expect(back.join('')).toContain('978-0-306-40615-7');
    expect(front.join(' ')).toContain('The Whale');
    expect(spine.map(({ text }) => text).join(' ')).toContain('The Whale');
    expect(spine.every(({ x }) => x > fold.left + 4.5 && x < fold.right - 4.5)).toBe(true);
  });

  it('turns the words of the spine the way the language does', async () => {
    const turned = async (language: string) =>
      (await textOf((await wrapOf({ language })).bytes)).find(({ turn }) => turn !== 0)?.turn;
    expect(await turned('en')).toBe(-1);
    expect(await turned('fr')).toBe(1);
  });

  it('has the front at the left where books are read from the right', async () => {
    const pieces = await textOf((await wrapOf({ language: 'he', title: 'לוויתן' })).bytes);
    const places = pieces.filter(({ turn, text }) => turn === 0 && /[\u0590-\u05FF]/.test(text));
    expect(places.length).toBeGreaterThan(0);
    expect(places.every(({ x }) => x < 9 + 432)).toBe(true);
  });

  it('leaves a thin spine empty', async () => {
    const pieces = await textOf((await wrapOf({}, { pages: 60, spine: 11 })).bytes);
    expect(pieces.filter(({ turn }) => turn !== 0)).toEqual([]);
  });

  it('has fonts that a press accepts, in languages without a bold face too', async () => {
    const { bytes } = await wrapOf({ language: 'ar', title: 'موسم الهجرة', cover: { design: 'modern' } });
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('/Type3');
  });

  it('says what does not fit', async () => {
    const back = [Array.from({ length: 1500 }, () => 'endless').join(' ')];
    expect((await wrapOf({ cover: { back } })).overflowing).toEqual(['back']);
    expect((await wrapOf({ cover: { spine: 'long '.repeat(100) } })).overflowing).toEqual(['spine']);
    expect((await wrapOf({ title: 'word '.repeat(300) })).overflowing).toContain('title');
  });

  it('says which characters no font has', async () => {
    const { missing } = await wrapOf({ title: 'Whale \u{12000}' });
    expect([...missing]).toEqual(['\u{12000}']);
  });

  it('is the same every time', async () => {
    const plain = ({ bytes }: EmittedCover) =>
      Buffer.from(bytes)
        .toString('latin1')
        .replaceAll(/\(D:\d+[^)]*\)/g, '');
    expect(plain(await wrapOf({}))).toBe(plain(await wrapOf({})));
  });
});

describe('emitFront', () => {
  it('is a picture for stores', async () => {
    const book = makeBook({}, whale);
    const style = await readCoverDesign(book.metadata);
    const { bytes } = await emitFront(book, new Map(), style, running.browser);
    expect(imageSize(bytes)).toMatchObject({ type: 'jpg', width: 1708, height: 2560 });
    const again = await emitFront(book, new Map(), style, running.browser);
    expect(Buffer.compare(bytes, again.bytes)).toBe(0);
  });

  it('shows the image of the book, where it has one', async () => {
    const image: Asset = {
      path: 'front.png',
      bytes: png(200, 300),
      mediaType: 'image/png',
      width: 200,
      height: 300,
    };
    const book = makeBook({}, { ...whale, cover: { image: 'front.png', alt: 'Black' } });
    const style = await readCoverDesign(book.metadata);
    const { bytes } = await emitFront(book, new Map([['front.png', image]]), style, running.browser);
    const designed = await emitFront(makeBook({}, whale), new Map(), style, running.browser);
    expect(imageSize(bytes)).toMatchObject({ width: 1708, height: 2560 });
    // One colour alone takes less room than any design.
    expect(bytes.length).toBeLessThan(designed.bytes.length / 3);
  });
});
