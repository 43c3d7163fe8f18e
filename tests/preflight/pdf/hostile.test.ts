import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFStream, type PDFObject, type PDFRef } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { preflight } from '../../../src/preflight/pdf/preflight.ts';
import { pressPdf, screenPdf, type Draft } from './make-pdf.ts';

const text = (content: string): Uint8Array => Buffer.from(content, 'latin1');

async function reasons(bytes: Uint8Array): Promise<string[]> {
  return (await preflight(bytes, 'book.pdf')).map(({ rule, reason }) => `${rule} ${reason}`);
}

describe('a file that is no sound PDF', () => {
  it.each([
    ['nothing', '', 'pdf-unreadable The file is empty'],
    ['garbage', 'This is no PDF.', 'pdf-unreadable The file is not a PDF'],
    [
      'an EPUB',
      'PK\u0003\u0004mimetypeapplication/epub+zip',
      'pdf-unreadable The file is a ZIP archive or an EPUB, not a PDF',
    ],
    ['PostScript', '%!PS-Adobe-3.0', 'pdf-unreadable The file is PostScript, not a PDF'],
    ['a head alone', '%PDF-1.7\n', 'pdf-unreadable The file is broken: it has no catalogue'],
  ])('%s is told of', async (_, content, reason) => {
    expect(await reasons(text(content))).toEqual([reason]);
  });

  it('never breaks the check, wherever it is cut off', async () => {
    const bytes = await screenPdf();
    for (let part = 1; part < 12; part++) {
      const messages = await preflight(bytes.subarray(0, (bytes.length * part) / 12), 'book.pdf');
      expect(messages.length).toBeGreaterThan(0);
    }
  });

  it('never breaks the check, whatever bytes are changed', async () => {
    const bytes = await pressPdf();
    let seed = 1;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 40; round++) {
      const changed = Uint8Array.from(bytes);
      for (let count = 0; count < 30; count++) changed[random(changed.length)] = random(256);
      expect(Array.isArray(await preflight(changed, 'book.pdf'))).toBe(true);
    }
  });

  it('never breaks the check, whatever objects stand in the place of others', async () => {
    let seed = 1;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    let judged = 0;
    for (let round = 0; round < 120; round++) {
      const make = round % 2 === 0 ? pressPdf : screenPdf;
      const bytes = await make({ content: variedContent, change: (draft) => exchange(draft, random) });
      const messages = await preflight(bytes, 'book.pdf', { as: round % 4 < 2 ? 'press' : 'screen' });
      if (!messages.some(({ rule }) => rule === 'pdf-unreadable')) judged++;
    }
    expect(judged).toBeGreaterThan(60);
  });

  it('is given up where its objects would fill the memory', async () => {
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024, 0x20), { level: 9 });
    const head = text(
      `%PDF-1.7\n1 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bomb.length}>> stream\n`,
    );
    const file = Buffer.concat([head, bomb, text('\nendstream endobj\ntrailer <</Root 2 0 R>>\n%%EOF')]);
    expect(await reasons(file)).toEqual(['pdf-unreadable A stream of objects unpacks to more than 128 MB']);
  });

  it.each([
    ['colours of a billion numbers', '/Huge cs 10 10 20 20 re f'],
    ['widths of more codes than there are', '/Fw 12 Tf'],
  ])('may have %s', async (_, content) => {
    const bytes = await pressPdf({
      content,
      change: ({ context, resources }) => {
        const profile = context.register(context.stream('', { N: 1_000_000_000 }));
        resources.set(PDFName.of('ColorSpace'), context.obj({ Huge: ['ICCBased', profile] }));
        const widths = [...Array.from({ length: 3000 }, () => [0, 65_535, 1]).flat(), 1e30, 1e31, 1];
        const font = { Subtype: 'Type0', Encoding: 'Identity-H', DescendantFonts: [{ W: widths }] };
        const fonts = resources.lookup(PDFName.of('Font'), PDFDict);
        fonts.set(PDFName.of('Fw'), context.register(context.obj(font)));
      },
    });
    expect(Array.isArray(await reasons(bytes))).toBe(true);
  });

  it('may have brackets that never close', async () => {
    const found = await reasons(
      await pressPdf({ content: `${'['.repeat(200_000)} TJ ${'<<'.repeat(200_000)}` }),
    );
    expect(found).toEqual([]);
  });

  it('may have pages that contain one another', async () => {
    const bytes = await pressPdf({
      change: ({ catalog, context }) => {
        const pages = catalog.lookup(PDFName.of('Pages'), PDFDict);
        const ref = context.getObjectRef(pages);
        if (ref !== undefined) pages.lookup(PDFName.of('Kids'), PDFArray).push(ref);
      },
    });
    expect(await reasons(bytes)).toEqual([]);
  });

  it('may have forms that draw themselves, many times over', async () => {
    const bytes = await pressPdf({
      content: '/Fm Do',
      change: ({ context, resources }) => {
        const ref = context.nextRef();
        const form = context.stream('/Fm Do /Fm Do 0 g 20 20 30 30 re f', {
          Subtype: 'Form',
          BBox: [0, 0, 300, 400],
        });
        context.assign(ref, form);
        resources.set(PDFName.of('XObject'), context.obj({ Fm: ref }));
      },
    });
    expect(await reasons(bytes)).toEqual([]);
  });

  it('is given up where forms that draw others multiply', async () => {
    const bytes = await pressPdf({
      content: '/F0 Do',
      change: ({ context, resources }) => {
        const refs = Array.from({ length: 12 }, () => context.nextRef());
        const names = Object.fromEntries(refs.map((ref, index) => [`F${index}`, ref]));
        refs.forEach((ref, index) => {
          const content = `/F${index + 1} Do `.repeat(10);
          context.assign(ref, context.stream(content, { Subtype: 'Form', BBox: [0, 0, 300, 400] }));
        });
        resources.set(PDFName.of('XObject'), context.obj(names));
      },
    });
    expect((await reasons(bytes)).join('\n')).toContain('longer than that of any book');
  });

  it('may have a structure deeper than any document', async () => {
    const bytes = await screenPdf({
      change: ({ context, catalog }) => {
        let ref = context.register(context.obj({ S: 'Div' }));
        for (let depth = 0; depth < 3000; depth++) ref = context.register(context.obj({ S: 'Div', K: ref }));
        catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).set(PDFName.of('K'), ref);
      },
    });
    expect((await reasons(bytes)).join('\n')).toContain('much too deep');
  });
});

describe('a fault of ours', () => {
  const planted = (): never => {
    throw new TypeError('planted');
  };

  it('is none of the file, where the file is judged as a whole', async () => {
    const expectations = {
      get pageLimits(): never {
        return planted();
      },
    };
    await expect(preflight(await pressPdf(), 'book.pdf', expectations)).rejects.toThrow('planted');
  });

  it('is none of the file, where its pages are inspected', async () => {
    const expectations = {
      // Asked for with every image that is painted.
      resolution: {
        least: 150,
        get wanted(): never {
          return planted();
        },
      },
    };
    const bytes = await pressPdf({
      content: 'q 100 0 0 100 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q',
    });
    await expect(preflight(bytes, 'book.pdf', expectations)).rejects.toThrow('planted');
  });
});

/** Something of everything that content can hold. */
const variedContent =
  '/P <</MCID 0>>BDC q 0.2 g BT /F1 12 Tf 50 300 Td <0001> Tj [<0001> -20 <0001>] TJ ET Q ' +
  '/Im Do /Pattern cs /Pt scn 10 10 20 20 re f /Sp cs 1 scn 10 10 m 20 20 l S /Gs gs /Sh sh EMC';

/** Gives the content its resources, and puts strange objects in the place of up to four. */
function exchange({ context, resources }: Draft, random: (below: number) => number): void {
  const set = (kind: string, entries: PDFDict): void => resources.set(PDFName.of(kind), entries);
  const image = { Subtype: 'Image', Width: 10, Height: 10, BitsPerComponent: 8, ColorSpace: 'DeviceRGB' };
  const prediction = { Predictor: 12, Columns: 5, Colors: 3 };
  const pixels = context.flateStream(Buffer.alloc(300), { ...image, DecodeParms: prediction });
  set('XObject', context.obj({ Im: context.register(pixels) }));
  const pattern = { PatternType: 1, BBox: [0, 0, 9, 9], Matrix: [1, 0, 0, 1, 0, 0], Resources: {} };
  set('Pattern', context.obj({ Pt: context.register(context.stream('0 0 5 5 re f', pattern)) }));
  set('ColorSpace', context.obj({ Sp: ['Separation', 'Gold', 'DeviceCMYK', { FunctionType: 2, N: 1 }] }));
  set('ExtGState', context.obj({ Gs: { LW: 1, Font: ['x', 3] } }));
  set('Shading', context.obj({ Sh: { ShadingType: 2, ColorSpace: 'DeviceCMYK' } }));

  const holders = context.enumerateIndirectObjects().flatMap(([, object]) => holdersIn(object));
  for (let count = 1 + random(4); count > 0; count--) {
    const holder = holders[random(holders.length)];
    const value = strangeObject(context, random);
    const keys = holder instanceof PDFDict ? holder.keys() : [];
    const key = keys[random(keys.length)];
    if (holder instanceof PDFDict && key !== undefined) holder.set(key, value);
    if (holder instanceof PDFArray && holder.size() > 0) holder.set(random(holder.size()), value);
  }
}

function holdersIn(object: PDFObject): Array<PDFDict | PDFArray> {
  if (object instanceof PDFStream) return holdersIn(object.dict);
  if (object instanceof PDFDict) return [object, ...object.values().flatMap(holdersIn)];
  if (object instanceof PDFArray) return [object, ...object.asArray().flatMap(holdersIn)];
  return [];
}

const strangeValues = [null, true, 0, -1, 0.5, 65_536, 1e9, [], [1, 2, [[]]], {}];
const strangeNames = 'X Type0 Form DCTDecode FlateDecode LZWDecode CCITTFaxDecode Pattern Indexed'.split(' ');

function strangeObject(context: Draft['context'], random: (below: number) => number): PDFObject {
  const objects = context.enumerateIndirectObjects();
  const [ref] = objects[random(objects.length)] as [PDFRef, PDFObject];
  const value = strangeValues[random(strangeValues.length)] ?? null;
  const name = strangeNames[random(strangeNames.length)] ?? 'X';
  return [ref, context.obj(value as never), PDFName.of(name)][random(3)] as PDFObject;
}
