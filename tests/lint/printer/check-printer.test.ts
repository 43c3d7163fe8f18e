import { describe, expect, it } from 'vitest';
import type { PrintSettings } from '../../../src/book/metadata.ts';
import { checkPrinter, checkPrinterData } from '../../../src/lint/printer/check-printer.ts';
import { sixByNine } from '../../builders/metadata.ts';
import { changed, found, hints, printingBy } from '../../builders/printing.ts';

const mm = 72 / 25.4;

async function judged(name: string, print: Partial<PrintSettings>, paper?: string) {
  const printing = await printingBy(name, paper);
  checkPrinter({ ...sixByNine, ...print }, printing);
  return printing;
}

describe('checkPrinter', () => {
  it.each(['kdp', 'ingramspark', 'lulu', 'offset'])('has nothing to say of 6 × 9 in at %s', async (name) => {
    expect(found(await judged(name, {}))).toEqual([]);
  });

  it('judges nothing where the book names no printer', async () => {
    const printing = { ...(await printingBy('kdp')), chosen: false };
    checkPrinter({ ...sixByNine, marks: true, bleed: 1 }, printing);
    expect(found(printing)).toEqual([]);
  });

  it('takes any size between the limits, and sizes that are rounded otherwise', async () => {
    expect(found(await judged('kdp', { trim: { width: 130 * mm, height: 195 * mm } }))).toEqual([]);
    expect(found(await judged('lulu', { trim: { width: 148 * mm, height: 210 * mm } }))).toEqual([]);
  });

  it('refuses other sizes, and tells which are near or allowed', async () => {
    const small = await judged('kdp', { trim: { width: 90 * mm, height: 150 * mm } });
    expect(found(small)).toEqual([
      'trim: error printer-trim: Kindle Direct Publishing trims no book to 90 × 150 mm (3.54 × 5.91 in)',
    ]);
    const odd = await judged('lulu', { trim: { width: 6.2 * 72, height: 9 * 72 } });
    expect(found(odd)).toEqual([
      'trim: error printer-trim: Lulu does not trim books to 157.5 × 228.6 mm (6.2 × 9 in)',
    ]);
    expect(hints(odd)).toEqual([
      'The nearest sizes are 152.4 × 228.6 mm (6 × 9 in), 156 × 233.9 mm (6.14 × 9.21 in), 148.1 × 210.1 mm (5.83 × 8.27 in).',
    ]);
  });

  it('warns where the figure is not confirmed', async () => {
    const printing = changed(await printingBy('lulu'), { unconfirmed: ['trims'] });
    checkPrinter({ ...sixByNine, trim: { width: 6.2 * 72, height: 9 * 72 } }, printing);
    expect(found(printing)).toEqual([
      'trim: warning printer-trim: Lulu does not trim books to 157.5 × 228.6 mm (6.2 × 9 in)',
    ]);
  });

  it('wants the very bleed of a printer that knows the trim from the size of the page', async () => {
    expect(found(await judged('kdp', { bleed: 9 }))).toEqual([]);
    expect(found(await judged('kdp', { bleed: 3.2 * mm }))).toEqual([]);
    expect(found(await judged('kdp', { bleed: 3 * mm }))).toEqual([
      'bleed: error printer-bleed: Kindle Direct Publishing asks for a bleed of 3.2 mm (0.125 in), not 3 mm (0.118 in)',
    ]);
    expect(found(await judged('kdp', { bleed: 5 * mm }))).toHaveLength(1);
  });

  it('takes more bleed than is asked for where marks show the trim', async () => {
    expect(found(await judged('offset', { bleed: 5 * mm }))).toEqual([]);
    expect(found(await judged('offset', { bleed: 2 * mm }))).toEqual([
      'bleed: warning printer-bleed: Offset printing asks for a bleed of 3 mm (0.118 in), not 2 mm (0.079 in)',
    ]);
  });

  it('wants bleed of every book where the printer does', async () => {
    const kdp = await printingBy('kdp');
    const printing = changed(kdp, { bleed: { ...kdp.printer.bleed, required: true } });
    checkPrinter(sixByNine, printing);
    expect(found(printing)).toHaveLength(1);
    expect(hints(printing)).toEqual(['Set `print: { bleed: 0.125in }`.']);
  });

  it('refuses colour on a paper that is printed in black', async () => {
    const printing = await judged('kdp', { ink: 'colour' }, 'cream');
    expect(found(printing)).toEqual([
      'paper: error printer-paper: Kindle Direct Publishing prints in black alone on the paper "cream"',
    ]);
    expect(found(await judged('kdp', { ink: 'black' }, 'cream'))).toEqual([]);
    expect(found(await judged('kdp', { ink: 'colour' }, 'premium-colour'))).toEqual([]);
  });

  it('refuses crop marks where the printer does', async () => {
    expect(found(await judged('kdp', { marks: true }))).toEqual([
      'marks: error printer-marks: Kindle Direct Publishing takes no files with crop marks',
    ]);
    expect(found(await judged('offset', { marks: true }))).toEqual([]);
  });
});

describe('checkPrinterData', () => {
  it.each([
    ['2027-02-03', []],
    ['2027-02-04', ['2026-02-03, the book is of 2027-02-04']],
    ['2031-01-01T00:00:00Z', ['2026-02-03, the book is of 2031-01-01']],
    ['1851-10-18', []],
    ['2099', ['2026-02-03, the book is of 2099']],
  ])('tells of a book of %s whose printer was looked up in February 2026: %j', async (modified, told) => {
    const printing = changed(await printingBy('kdp'), { checked: '2026-02-03' });
    checkPrinterData(modified, printing);
    expect(found(printing)).toEqual(told.map((end) => expect.stringContaining(end)));
  });

  it('has nothing to say where the book names no printer', async () => {
    const printing = { ...(await printingBy('kdp')), chosen: false };
    checkPrinterData('2099-01-01', printing);
    expect(found(printing)).toEqual([]);
  });
});
