import { PDFDict, PDFDocument, PDFName, PDFStream, type PDFContext, type PDFRef } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { Separator } from '../../../../src/emit/pdf/press/separate.ts';
import { greyShadings, separateShadings } from '../../../../src/emit/pdf/press/shadings.ts';
import { pressProfiles } from '../../../builders/press-profiles.ts';

const ramp = (C0: number[], C1: number[]) => ({ FunctionType: 2, N: 1, Domain: [0, 1], C0, C1 });

async function shaded(make: (context: PDFContext) => object, ink: 'black' | 'colour') {
  const { context } = await PDFDocument.create();
  const shading = { ShadingType: 2, ColorSpace: 'DeviceRGB', Function: make(context) };
  const pattern: PDFRef = context.register(
    context.obj({ PatternType: 2, Shading: context.obj(shading as never) }),
  );
  const coloured = greyShadings(context, ink);
  const found = context.lookup(pattern, PDFDict).lookup(PDFName.of('Shading'), PDFDict);
  const made = found.lookup(PDFName.of('Function'));
  return {
    coloured: coloured.size,
    space: String(found.get(PDFName.of('ColorSpace'))),
    made: made instanceof PDFStream ? Buffer.from(made.getContents()).toString() : String(made),
  };
}

describe('greyShadings', () => {
  test('makes a gradient from grey to grey grey', async () => {
    const { coloured, space, made } = await shaded(() => ramp([0, 0, 0], [0.5, 0.5, 0.5]), 'colour');
    expect([coloured, space]).toEqual([0, '/DeviceGray']);
    expect(made).toMatch(/\/C0 \[ 0 \]\s+\/C1 \[ 0.5 \]/);
  });

  test('leaves a gradient with a colour in it, and tells of it', async () => {
    const mixed = { FunctionType: 3, Functions: [ramp([0, 0, 0], [1, 1, 1]), ramp([1, 1, 1], [1, 0, 0])] };
    const { coloured, space, made } = await shaded(() => mixed, 'colour');
    expect([coloured, space]).toEqual([1, '/DeviceRGB']);
    expect(made).toContain('/C1 [ 1 0 0 ]');
  });

  test('makes every gradient grey where there is black ink alone', async () => {
    const mixed = { FunctionType: 3, Functions: [ramp([0, 0, 0], [1, 1, 1]), ramp([1, 1, 1], [1, 0, 0])] };
    const { coloured, space, made } = await shaded(() => mixed, 'black');
    expect([coloured, space]).toEqual([0, '/DeviceGray']);
    expect(made).toContain('/C1 [ 0.49');
  });

  test('lets a program give the luminance of its colour', async () => {
    const program = (context: PDFContext) =>
      context.register(
        context.stream('{dup dup}', { FunctionType: 4, Domain: [0, 1], Range: [0, 1, 0, 1, 0, 1] }),
      );
    const coloured = await shaded(program, 'colour');
    expect([coloured.coloured, coloured.space]).toEqual([1, '/DeviceRGB']);
    const { space, made } = await shaded(program, 'black');
    expect(space).toBe('/DeviceGray');
    expect(made).toBe('{dup dup 0.0722 mul exch 0.7152 mul add exch 0.2126 mul add}');
  });
});

describe('separateShadings', () => {
  test('puts a gradient into inks, between all its colours', async () => {
    const { context } = await PDFDocument.create();
    const mixed = { FunctionType: 3, Functions: [ramp([0, 0, 0], [1, 1, 1]), ramp([1, 1, 1], [1, 0, 0])] };
    const given = { ShadingType: 2, ColorSpace: 'DeviceRGB', Function: mixed };
    const shading = context.lookup(context.register(context.obj(given as never)), PDFDict);
    separateShadings(context, [shading], new Separator(await pressProfiles(), 240));
    expect(String(shading.get(PDFName.of('ColorSpace')))).toBe('/DeviceCMYK');
    const ends = [...String(shading.get(PDFName.of('Function'))).matchAll(/\/C[01] \[ ([^\]]*) \]/g)];
    expect(ends.map(([, numbers = '']) => numbers.split(' ').length)).toEqual([4, 4, 4, 4]);
    expect(ends[1]?.[1]).toBe('0 0 0 0');
  });
});
