import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { preflight } from '../../../src/preflight/pdf/preflight.ts';
import { pressPdf, screenPdf } from './make-pdf.ts';

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

  it('is not blamed for a fault of ours', async () => {
    const broken = {
      get as(): never {
        throw new TypeError('planted');
      },
    };
    await expect(preflight(await pressPdf(), 'book.pdf', broken)).rejects.toThrow('planted');
  });

  it('is given up where its objects would fill the memory', async () => {
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024, 0x20), { level: 9 });
    const head = text(
      `%PDF-1.7\n1 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bomb.length}>> stream\n`,
    );
    const file = Buffer.concat([head, bomb, text('\nendstream endobj\ntrailer <</Root 2 0 R>>\n%%EOF')]);
    expect(await reasons(file)).toEqual(['pdf-unreadable A stream of objects unpacks to more than 128 MB']);
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
