import { describe, expect, it } from 'vitest';
import { spineWidth } from '../../src/book/spine.ts';
import { readPrinter } from '../../src/read/printers/printer.ts';

const printers = {
  kdp: await readPrinter('kdp'),
  lulu: await readPrinter('lulu'),
  offset: await readPrinter('offset'),
};

/** In inches. */
function spine(name: keyof typeof printers, paperName: string, pages: number): number {
  const paper = printers[name].papers.find((each) => each.name === paperName);
  if (paper === undefined) throw new Error(`${name} has no paper ${paperName}`);
  return spineWidth(printers[name], paper, pages) / 72;
}

describe('spineWidth', () => {
  it.each([
    ['cream', 300, 0.75],
    ['white', 300, 0.6756],
    ['standard-colour', 300, 0.6756],
    ['premium-colour', 300, 0.7041],
  ])('is what the calculator of KDP gives on %s paper', (paper, pages, inches) => {
    expect(spine('kdp', paper, pages)).toBeCloseTo(inches, 9);
  });

  it('counts the cover where the printer does', () => {
    expect(spine('lulu', 'cream', 444)).toBeCloseTo(1.06, 9);
  });

  it('follows from grammage and volume where the thickness is not stated', () => {
    // 160 leaves of 0.135 mm, and the cover.
    expect(spine('offset', 'cream', 320) * 25.4).toBeCloseTo(160 * 0.135 + 0.6, 3);
  });
});
