import { describe, expect, test } from 'vitest';
import { printerNames, readPrinter, readPrinters, usualPrinter } from '../../../src/read/printers/printer.ts';
import { paperOf } from '../../../src/read/printers/paper.ts';

const printers = await readPrinters();

test('the names of printers come in alphabetical order, the usual one among them', async () => {
  const names = await printerNames();
  expect(names).toEqual(names.toSorted());
  expect(names).toEqual(expect.arrayContaining(['bod', 'ingramspark', 'kdp', 'lulu', usualPrinter]));
});

describe.each(printers)('the data of $name', (printer) => {
  test('have ascending classes of inside margins that reach to the thickest book', () => {
    const { inside } = printer.margins;
    expect(inside).toEqual(inside.toSorted((a, b) => a.pages - b.pages));
    expect(inside).toEqual(inside.toSorted((a, b) => a.margin - b.margin));
    expect(inside.at(-1)?.pages).toBe(printer.pages.most);
  });

  test('limit papers to what the printer binds', () => {
    for (const { pages, mostBySize } of printer.papers) {
      expect(pages?.least ?? printer.pages.least).toBeGreaterThanOrEqual(printer.pages.least);
      const most = pages?.most ?? printer.pages.most;
      expect(most).toBeLessThanOrEqual(printer.pages.most);
      for (const limit of mostBySize) expect(limit.most).toBeLessThan(most);
    }
  });

  test('name every paper once', () => {
    const names = printer.papers.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('have a source, or nothing in them is confirmed', () => {
    expect(printer.sources.length > 0 || printer.unconfirmed.includes('all')).toBe(true);
  });

  test('call nothing unconfirmed that is not there', () => {
    const strangers = printer.unconfirmed.filter((key) => {
      const [first = '', second] = key.split('.');
      if (!(first in printer)) return key !== 'all';
      return (
        second !== undefined && first !== 'papers' && !(second in (Reflect.get(printer, first) as object))
      );
    });
    expect(strangers).toEqual([]);
  });
});

test('KDP trims 6 × 9 in and has bleed on the outer sides only', async () => {
  const kdp = await readPrinter('kdp');
  expect(kdp.trims).toContainEqual({ width: 432, height: 648 });
  expect(kdp.bleed).toEqual({ amount: 9, sides: 'outside', required: false });
});

describe('paperOf', () => {
  const offset = printers.find(({ name }) => name === 'offset');
  const kdp = printers.find(({ name }) => name === 'kdp');
  if (offset === undefined || kdp === undefined) throw new Error('A printer is missing');

  test('is the usual paper where none is stated, or the first that takes the ink', () => {
    expect(paperOf(kdp, undefined)?.name).toBe('cream');
    expect(paperOf(kdp, undefined, 'colour')?.name).toBe('standard-colour');
  });

  test.each(['90g 1.75', '90 g/m² × 1.75', '90gsm, 1.75'])('understands %s', (written) => {
    const paper = paperOf(offset, written);
    // Half a leaf of 0.1575 mm.
    expect(paper?.pageThickness).toBeCloseTo((0.078_75 / 25.4) * 72, 6);
    expect(paper?.title).toBe('90 g/m², volume 1.75');
  });

  test('takes no measures where the printer has papers of its own', () => {
    expect(paperOf(kdp, '90g 1.75')).toBeUndefined();
  });
});
