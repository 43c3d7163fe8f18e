import { readFile } from 'node:fs/promises';
import { PDFName } from 'pdf-lib';
import { expect, it } from 'vitest';
import { preflight } from '../../../src/preflight/pdf/preflight.ts';
import { pressPdf, type Draft } from './make-pdf.ts';

const profiles = new URL('../../../templates/profiles/', import.meta.url);
const srgb = await readFile(new URL('srgb.icc', profiles));

/** Colours of RGB mean those of a profile. */
function defineRgb({ context, resources }: Draft): void {
  const profile = context.register(context.flateStream(srgb, { N: 3 }));
  resources.set(PDFName.of('ColorSpace'), context.obj({ DefaultRGB: ['ICCBased', profile] }));
}

const rules = async (content: string, ink: number): Promise<string[]> => {
  const bytes = await pressPdf({ content, change: defineRgb });
  return (await preflight(bytes, 'book.pdf', { as: 'press', ink })).map(({ reason }) => reason);
};

it('takes RGB that has a profile, and converts it to weigh its ink', async () => {
  expect(await rules('0.2 0.1 0.1 rg 50 50 20 20 re f', 300)).toEqual([]);
  expect(await rules('0.2 0.1 0.1 rg 50 50 20 20 re f', 100)).toEqual([
    expect.stringMatching(/^Surfaces have 2\d\d % ink, the limit is 100 %$/),
  ]);
  expect(await rules('0.9 0.9 0.9 rg 50 50 20 20 re f', 100)).toEqual([]);
});

it('looks into pictures for their ink, but for those in RGB where the profile is trusted with the limit', async () => {
  const pictureOf = async (name: 'DeviceRGB' | 'DeviceCMYK', trustsProfile: boolean): Promise<string[]> => {
    const components = name === 'DeviceRGB' ? 3 : 4;
    const pixels = Buffer.alloc(100 * 100 * components, name === 'DeviceRGB' ? 40 : 200);
    const bytes = await pressPdf({
      content: 'q 24 0 0 24 50 50 cm /Picture Do Q',
      change: (draft) => {
        defineRgb(draft);
        const { context, resources } = draft;
        const facts = { Type: 'XObject', Subtype: 'Image', Width: 100, Height: 100, BitsPerComponent: 8 };
        const picture = context.register(context.flateStream(pixels, { ...facts, ColorSpace: name }));
        resources.set(PDFName.of('XObject'), context.obj({ Picture: picture }));
      },
    });
    const found = await preflight(bytes, 'book.pdf', { as: 'press', ink: 100, trustsProfile });
    return found.map(({ rule }) => rule);
  };
  expect(await pictureOf('DeviceRGB', false)).toEqual(['pdf-ink-limit']);
  expect(await pictureOf('DeviceRGB', true)).toEqual([]);
  expect(await pictureOf('DeviceCMYK', true)).toEqual(['pdf-ink-limit']);
});

it('knows black text in RGB by its greys, and leaves white text alone', async () => {
  const text = (colour: string): string => `BT /F1 12 Tf ${colour} rg 50 300 Td <0001> Tj ET`;
  expect(await rules(text('0.13 0.13 0.13'), 300)).toEqual([
    'Black text is in RGB, which is printed in four inks',
  ]);
  expect(await rules(text('1 1 1'), 300)).toEqual([]);
  expect(await rules(text('0.6 0.1 0.1'), 300)).toEqual([]);
});

it('counts pages that share a fault once', async () => {
  const bytes = await pressPdf({
    content: '0.1 w 20 20 m 60 20 l S',
    change: ({ document, page, context }) => {
      for (let count = 0; count < 2; count++) {
        const copy = document.addPage().node;
        for (const key of ['MediaBox', 'TrimBox', 'BleedBox', 'Resources', 'Contents'])
          copy.set(PDFName.of(key), page.get(PDFName.of(key)) ?? context.obj(null));
      }
    },
  });
  expect(await preflight(bytes, 'book.pdf')).toEqual([
    expect.objectContaining({ page: 1, reason: 'A line is 0.1 pt thin, and on 2 more pages' }),
  ]);
});
