import { PDFName } from 'pdf-lib';
import { expect, it } from 'vitest';
import { preflight } from '../../../src/preflight/pdf/preflight.ts';
import { bleed, pressPdf, screenPdf, trim, type Draft } from './make-pdf.ts';

it('finds nothing in a good press PDF', async () => {
  const bytes = await pressPdf();
  expect(await preflight(bytes, 'book-press.pdf')).toEqual([]);
  expect(
    await preflight(bytes, 'book-press.pdf', { as: 'press', trim, bleed, pages: 1, black: true }),
  ).toEqual([]);
});

it('finds nothing in a good screen PDF', async () => {
  const bytes = await screenPdf();
  expect(await preflight(bytes, 'book.pdf')).toEqual([]);
  expect(await preflight(bytes, 'book.pdf', { as: 'screen', trim, pages: 1 })).toEqual([]);
});

it.each([
  [
    'a gradient',
    { PatternType: 2, Shading: { ShadingType: 2, ColorSpace: 'DeviceRGB', Coords: [0, 0, 1, 1] } },
  ],
  ['tiles', '0 0 5 5 re f'],
])('finds nothing in %s chosen as a colour before the tag begins', async (_, pattern) => {
  const content = ({ context, resources, letter }: Draft): string => {
    const tiles = { PatternType: 1, PaintType: 1, BBox: [0, 0, 9, 9], XStep: 9, YStep: 9, Resources: {} };
    const object = typeof pattern === 'string' ? context.stream(pattern, tiles) : context.obj(pattern);
    resources.set(PDFName.of('Pattern'), context.obj({ P1: context.register(object) }));
    const word = (tag: string, id: number): string =>
      `/${tag} <</MCID ${id}>> BDC BT /F1 12 Tf 1 0 0 1 50 ${300 - 50 * id} Tm ${letter} Tj ET EMC `;
    const figure = 'q /Pattern cs /P1 scn /Figure <</MCID 3>> BDC 50 50 20 20 re f EMC Q';
    return word('H1', 0) + word('P', 1) + word('Link', 2) + figure;
  };
  expect(await preflight(await screenPdf({ content }), 'book.pdf', { as: 'screen', trim, pages: 1 })).toEqual(
    [],
  );
});
