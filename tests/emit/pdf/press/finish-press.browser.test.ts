import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, type PDFPage } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Assets } from '../../../../src/book/book.ts';
import type { PrintSettings } from '../../../../src/book/metadata.ts';
import type { PressProfiles } from '../../../../src/book/profile.ts';
import type { RunningBrowser } from '../../../../src/emit/pdf/browser/browser.ts';
import { preflight } from '../../../../src/preflight/pdf/preflight.ts';
import { pressProfiles } from '../../../builders/press-profiles.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeContents, makeLooks, makePrint, makeProse, makeSection } from '../../../builders/hast-book.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

let running: RunningBrowser;
let profiles: PressProfiles;
beforeAll(async () => {
  running = await sharedBrowser();
  profiles = await pressProfiles();
});

const threeMillimetres = (3 / 25.4) * 72;

interface Styling {
  readonly style?: string;
  readonly assets?: Assets;
  readonly separated?: PressProfiles['separated'];
}

/** Both editions of a book of one chapter. */
async function made(
  html: string,
  print: Partial<PrintSettings> = {},
  { style = '', assets = new Map(), separated }: Styling = {},
) {
  const front = [makeContents({ one: 'Loomings' })];
  const body = [makeSection('one', html, { title: 'Loomings' })];
  const identifiers = { print: '9783161484100', others: [] };
  const book = makeBook({ front, body }, { ...makePrint(print), identifiers });
  const looks = await makeLooks(book);
  const styled = { ...looks, stylesheets: [...looks.stylesheets, style] };
  const { screen, press } = await finishBook(book, assets, styled, running, {
    ...profiles,
    ...(separated && { separated }),
  });
  if (screen === undefined || press === undefined) throw new Error('Nothing was printed');
  const document = await PDFDocument.load(press, { updateMetadata: false });
  return { screen, press, document };
}

function contentOf(page: PDFPage): string {
  const contents = page.node.lookup(PDFName.of('Contents'));
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => page.doc.context.lookup(ref)) : [contents];
  return streams.map((stream) => textOf(stream as PDFRawStream)).join('\n');
}

/** What a stream of operators says; an empty page has an empty one. */
function textOf({ dict, contents }: PDFRawStream): string {
  return Buffer.from(dict.has(PDFName.of('Filter')) ? inflateSync(contents) : contents).toString('latin1');
}

function box(page: PDFPage, name: string): number[] {
  const numbers = page.node.lookup(PDFName.of(name), PDFArray).asArray();
  return numbers.map((number) => (number as PDFNumber).asNumber());
}

const size = ([left = 0, bottom = 0, right = 0, top = 0]: number[]) => [right - left, top - bottom];

/** A PNG and a JPEG of one colour. */
async function pixels(red: number, green: number, blue: number): Promise<Assets> {
  const page = await running.browser.newPage();
  const [png = '', jpeg = ''] = await page.evaluate(
    (colour) =>
      ['image/png', 'image/jpeg'].map((type) => {
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [40, 30];
        const context = canvas.getContext('2d');
        if (context === null) return '';
        context.fillStyle = colour;
        context.fillRect(0, 0, 40, 30);
        return canvas.toDataURL(type).split(',')[1] ?? '';
      }),
    `rgb(${red} ${green} ${blue})`,
  );
  await page.close();
  return new Map([
    ['a.png', { path: 'a.png', mediaType: 'image/png', bytes: Buffer.from(png, 'base64') }],
    ['a.jpg', { path: 'a.jpg', mediaType: 'image/jpeg', bytes: Buffer.from(jpeg, 'base64') }],
  ]);
}

const pictures = '<p><img src="a.png" alt="One"></p><p><img src="a.jpg" alt="Another"></p>';

function imagesOf({ context }: PDFDocument) {
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream)) return [];
    if (object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image')) return [];
    const space = object.dict.lookup(PDFName.of('ColorSpace'));
    const number = (key: string) => object.dict.lookup(PDFName.of(key), PDFNumber).asNumber();
    return [
      {
        space: space instanceof PDFArray ? String(space.get(0)) : String(space),
        size: [number('Width'), number('Height')],
      },
    ];
  });
}

describe('the press edition of a book of text', () => {
  let both: Awaited<ReturnType<typeof made>>;
  beforeAll(async () => {
    both = await made(
      `${makeProse(9)}<p><a href="https://example.org/">A link</a> and <a href="#one">one more</a>.</p>`,
    );
  });

  test('has the pages and the text of the screen edition', async () => {
    const [screen, press] = [await readPdf(both.screen), await readPdf(both.press)];
    expect(press.pages.map(({ text }) => text)).toEqual(screen.pages.map(({ text }) => text));
    expect(press.pages.length).toBeGreaterThan(2);
  });

  test('is PDF 1.6 and says of itself that it is PDF/X-4', async () => {
    expect(Buffer.from(both.press.subarray(0, 8)).toString()).toBe('%PDF-1.6');
    const { xmp, language } = await readPdf(both.press);
    expect(xmp).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
    expect(xmp).toContain('<pdf:Trapped>False</pdf:Trapped>');
    expect(xmp).toContain('urn:isbn:9783161484100');
    expect(xmp).toMatch(/<xmpMM:DocumentID>uuid:[\da-f]{8}-[\da-f]{4}-8/);
    expect(language).toBe('en');
    const info = both.document.context.lookup(both.document.context.trailerInfo.Info, PDFDict);
    expect(String(info.get(PDFName.of('GTS_PDFXVersion')))).toBe('(PDF/X-4)');
    expect(String(info.get(PDFName.of('Trapped')))).toBe('/False');
  });

  test('names its press, with the profile', () => {
    const { catalog } = both.document;
    const intent = catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict);
    expect(String(intent.get(PDFName.of('S')))).toBe('/GTS_PDFX');
    expect(String(intent.get(PDFName.of('OutputConditionIdentifier')))).toBe('(FOGRA29)');
    const profile = intent.lookup(PDFName.of('DestOutputProfile')) as PDFRawStream;
    expect(inflateSync(profile.contents).equals(profiles.output.bytes)).toBe(true);
  });

  test('has no link, tag, bookmark or destination', () => {
    const { context, catalog } = both.document;
    for (const key of ['StructTreeRoot', 'MarkInfo', 'Outlines', 'Dests', 'Names', 'PageMode'])
      expect(catalog.has(PDFName.of(key)), key).toBe(false);
    for (const page of both.document.getPages()) {
      expect(page.node.has(PDFName.of('Annots'))).toBe(false);
      expect(contentOf(page)).not.toMatch(/\b(?:BDC|BMC|EMC)\b/);
    }
    const types = context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [String(object.get(PDFName.of('Type')))] : []));
    expect(types).toContain('/Font');
    expect(types).not.toContain('/StructElem');
    expect(types).not.toContain('/Annot');
  });

  test('sets all of it in black ink', () => {
    for (const page of both.document.getPages()) {
      expect(contentOf(page)).not.toMatch(/\b(?:rg|RG|cs|CS|scn|SCN|k|K)\b/);
      expect(page.node.Resources()?.has(PDFName.of('ColorSpace'))).toBe(false);
    }
    expect(both.document.getPages().map(contentOf).join('')).toContain('0 g');
  });

  test('is the same when it is made again', async () => {
    const again = await made(
      `${makeProse(9)}<p><a href="https://example.org/">A link</a> and <a href="#one">one more</a>.</p>`,
    );
    expect(Buffer.from(again.press).equals(both.press)).toBe(true);
  });
});

describe.each([
  ['no bleed', 0],
  ['a bleed of 3 mm', threeMillimetres],
  ['a bleed of 0.125 in', 9],
])('boxes with %s', (_, bleed) => {
  const trim = { width: (154 / 25.4) * 72, height: (216 / 25.4) * 72 };

  test('are exact', async () => {
    const { document } = await made(makeProse(1), { trim, bleed });
    for (const page of document.getPages()) {
      const [media, outer, cut] = ['MediaBox', 'BleedBox', 'TrimBox'].map((name) => box(page, name));
      expect(size(cut ?? [])[0]).toBeCloseTo(trim.width, 3);
      expect(size(cut ?? [])[1]).toBeCloseTo(trim.height, 3);
      cut?.forEach((edge, index) => {
        expect(Math.abs(edge - (outer?.[index] ?? 0))).toBeCloseTo(bleed, 3);
      });
      expect(media).toEqual(outer);
    }
  });

  test('leave room for marks, and nothing is painted beyond the bleed', async () => {
    const { document } = await made(makeProse(1), { trim, bleed, marks: true });
    for (const page of document.getPages()) {
      const [media = [], outer = []] = ['MediaBox', 'BleedBox'].map((name) => box(page, name));
      media.forEach((edge, index) => {
        expect(Math.abs(edge - (outer[index] ?? 0))).toBeCloseTo(24, 3);
      });
      const content = contentOf(page);
      const clip = /^q (\S+) (\S+) (\S+) (\S+) re W n q/.exec(content)?.slice(1).map(Number) ?? [];
      expect(clip[0]).toBeCloseTo(outer[0] ?? 0, 3);
      expect(clip[2]).toBeCloseTo(size(outer)[0] ?? 0, 3);
      expect(content).toMatch(/\/Registration CS 1 SCN\n0\.25 w/);
      const space = page.node.Resources()?.lookup(PDFName.of('ColorSpace'), PDFDict);
      const registration = space?.lookup(PDFName.of('Registration'), PDFArray);
      expect(String(registration?.get(1))).toBe('/All');
    }
  });
});

test('bleeds on three sides where the printer wants none at the fold', async () => {
  const { document } = await made(makeProse(1), { bleed: 9, bleedSides: 'outside' });
  const [first, second] = document.getPages();
  if (first === undefined || second === undefined) throw new Error('There are no pages');
  for (const page of [first, second]) {
    expect(size(box(page, 'MediaBox'))).toEqual([441, 666]);
    expect(size(box(page, 'TrimBox'))).toEqual([432, 648]);
  }
  // The first page is a right-hand one, bound at its left.
  expect(box(first, 'BleedBox')[0]).toBe(box(first, 'TrimBox')[0]);
  expect(box(second, 'BleedBox')[2]).toBe(box(second, 'TrimBox')[2]);
});

describe('colours', () => {
  const style = 'h1 { color: #204080; background: linear-gradient(#ff0000, #ffff00); }';

  test('keep their meaning, and black text prints over them', async () => {
    const { document } = await made(makeProse(1), {}, { style });
    const page = document.getPages().find((each) => contentOf(each).includes(' rg'));
    const content = page === undefined ? '' : contentOf(page);
    expect(content).toContain('.1255 .251 .502 rg');
    expect(content).toContain('/Overprint gs /PlateBlack cs 1 scn BT');
    const spaces = page?.node.Resources()?.lookup(PDFName.of('ColorSpace'), PDFDict);
    const source = spaces?.lookup(PDFName.of('DefaultRGB'), PDFArray).lookup(1) as PDFRawStream;
    expect(inflateSync(source.contents).equals(profiles.source)).toBe(true);
  });

  test('are grey where the interior is printed in black', async () => {
    const { document } = await made(
      `${makeProse(1)}${pictures}`,
      { ink: 'black' },
      { style, assets: await pixels(200, 40, 40) },
    );
    for (const page of document.getPages()) expect(contentOf(page)).not.toMatch(/ (?:rg|RG|k|K)\s/);
    expect(imagesOf(document)).toEqual([
      { space: '/DeviceGray', size: [40, 30] },
      { space: '/DeviceGray', size: [40, 30] },
    ]);
    const spaces = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const dict = object instanceof PDFDict ? object.lookup(PDFName.of('Shading')) : undefined;
      return dict instanceof PDFDict ? [String(dict.get(PDFName.of('ColorSpace')))] : [];
    });
    expect(new Set(spaces)).toEqual(new Set(['/DeviceGray']));
  });

  test('of images stay, with a profile that PDF/X-4 takes', async () => {
    const { document } = await made(pictures, {}, { assets: await pixels(200, 40, 40) });
    expect(imagesOf(document)).toEqual([
      { space: '/ICCBased', size: [40, 30] },
      { space: '/ICCBased', size: [40, 30] },
    ]);
    const versions = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
      if (!(object instanceof PDFRawStream) || !object.dict.has(PDFName.of('N'))) return [];
      if (object.dict.has(PDFName.of('Type'))) return [];
      return [inflateSync(object.contents).subarray(8, 10).toString('hex')];
    });
    expect(versions.length).toBeGreaterThan(1);
    for (const version of versions) expect(version <= '0420', version).toBe(true);
  });

  test('of images in greys are grey, photographs too', async () => {
    const { document } = await made(pictures, {}, { assets: await pixels(90, 90, 90) });
    expect(imagesOf(document).map(({ space }) => space)).toEqual(['/DeviceGray', '/DeviceGray']);
  });

  test('are inks alone where the printer takes PDF/X-1a, and nothing shines through', async () => {
    const { press, document } = await made(
      `${makeProse(1)}${pictures}`,
      {},
      { style, assets: await pixels(200, 40, 40), separated: { standard: 'PDF/X-1a:2001', mostInk: 240 } },
    );
    expect(Buffer.from(press.subarray(0, 8)).toString()).toBe('%PDF-1.3');
    expect(Buffer.from(press).toString('latin1')).not.toMatch(/DeviceRGB|ICCBased|\/SMask|\/ca |ObjStm|XRef/);
    expect(document.getPages().some((page) => / k\s/.test(contentOf(page)))).toBe(true);
    for (const page of document.getPages()) expect(contentOf(page)).not.toMatch(/ (?:rg|RG)\s/);
    expect(imagesOf(document).map(({ space }) => space)).toEqual(['/DeviceCMYK', '/DeviceCMYK']);
    expect(
      await preflight(press, 'book-press.pdf', {
        as: 'press',
        ink: 240,
        standards: ['PDF/X-1a:2001'],
        resolution: { least: 0, wanted: 0 },
      }),
    ).toEqual([]);
  });
});
