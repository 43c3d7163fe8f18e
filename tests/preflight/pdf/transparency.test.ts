import { PDFName, type PDFContext, type PDFRef } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { demandsOf } from '../../../src/preflight/pdf/demands.ts';
import { preflight } from '../../../src/preflight/pdf/preflight.ts';
import { readPrinter } from '../../../src/read/printers/printer.ts';
import { pressPdf } from './make-pdf.ts';

/** A form that paints a square, as a group or as if it stood on the page. */
const form = (context: PDFContext, isGroup: boolean): PDFRef =>
  context.register(
    context.stream(square, {
      Subtype: 'Form',
      BBox: [0, 0, 100, 100],
      ...(isGroup && { Group: { S: 'Transparency' } }),
    }),
  );

/** A page with `/Half`, `/Whole` and `/Plain` graphics states. */
const page = (content: string): Promise<Uint8Array> =>
  pressPdf({
    content: ({ context, resources }) => {
      const states = {
        Half: { ca: 0.5 },
        Whole: { ca: 1, BM: 'Compatible', SMask: 'None' },
        Plain: { LW: 2 },
      };
      resources.set(PDFName.of('ExtGState'), context.obj(states));
      resources.set(
        PDFName.of('XObject'),
        context.obj({ Group: form(context, true), Form: form(context, false) }),
      );
      return content;
    },
  });

const square = '0.5 g 50 50 40 40 re f';

async function told(content: string, opaque: boolean): Promise<string[]> {
  const messages = await preflight(await page(content), 'book.pdf', { as: 'press', opaque });
  return messages.map(({ rule, reason }) => `${rule}: ${reason}`);
}

describe('transparency', () => {
  it.each([
    ['told of once, however much of it is painted', `/Half gs ${square} ${square}`],
    ['kept by parameters that do not speak of it', `/Half gs /Plain gs ${square}`],
  ])('is %s', async (_, content) => {
    expect(await told(content, true)).toEqual(['pdf-transparency: Surfaces are not opaque']);
  });

  it.each([
    ['before anything is painted', `/Half gs /Whole gs ${square}`],
    ['with the graphics state', `q /Half gs Q ${square}`],
    ['and of lines the alpha of surfaces says nothing', '/Half gs 0 G 1 w 50 50 m 100 50 l S'],
  ])('ends %s', async (_, content) => {
    expect(await told(content, true)).toEqual([]);
  });

  it.each([
    ['a group as a whole', '/Half gs /Group Do', ['pdf-transparency: Blocks are not opaque']],
    ['what a form paints', '/Half gs /Form Do', ['pdf-transparency: Surfaces are not opaque']],
    [
      'what comes behind a group',
      `/Whole gs /Group Do /Half gs ${square}`,
      ['pdf-transparency: Surfaces are not opaque'],
    ],
  ])('is told of %s', async (_, content, found) => {
    expect(await told(content, true)).toEqual(found);
  });

  it('is nobody’s business where the printer takes it', async () => {
    expect(await told(`/Half gs ${square}`, false)).toEqual([]);
  });

  it.each([
    ['kdp', true],
    ['ingramspark', true],
    ['lulu', true],
    ['bod', true],
    ['offset', false],
  ])('asked of %s: none is %s', async (name, opaque) => {
    expect(demandsOf(await readPrinter(name)).opaque).toBe(opaque);
  });
});
