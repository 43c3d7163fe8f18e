import { describe, expect, it } from 'vitest';
import type { PrintSettings } from '../../../src/book/metadata.ts';
import { checkLaidOut, type LaidOut } from '../../../src/lint/printer/check-laid-out.ts';
import { sixByNine } from '../../builders/metadata.ts';
import { changed, found, hints, printingBy } from '../../builders/printing.ts';

const wide = { inside: 72, outside: 72, top: 72, bottom: 72 };
const heads = { top: 40, bottom: 40 };

async function judged(
  name: string,
  {
    pages = 300,
    margins = {},
    stand = {},
  }: { pages?: number; margins?: Partial<LaidOut['margins']>; stand?: Partial<LaidOut['heads']> },
  { print = {}, paper }: { print?: Partial<PrintSettings>; paper?: string } = {},
) {
  const printing = await printingBy(name, paper);
  checkLaidOut({ ...sixByNine, ...print }, printing, {
    pages,
    margins: { ...wide, ...margins },
    heads: { ...heads, ...stand },
  });
  return printing;
}

describe('checkLaidOut', () => {
  it('judges nothing where the book names no printer', async () => {
    const printing = { ...(await printingBy('kdp')), chosen: false };
    checkLaidOut(sixByNine, printing, { pages: 3, margins: { ...wide, inside: 1 }, heads });
    expect(found(printing)).toEqual([]);
  });

  it.each([
    [24, 0],
    [22, 1],
    [776, 0],
    [778, 1],
  ])('a book of %i pages on cream paper has %i faults at KDP', async (pages, count) => {
    expect(found(await judged('kdp', { pages }))).toHaveLength(count);
  });

  it('goes by the paper', async () => {
    expect(found(await judged('kdp', { pages: 800 }, { paper: 'white' }))).toEqual([]);
    expect(found(await judged('kdp', { pages: 60 }, { paper: 'standard-colour' }))).toEqual([
      'paper: error printer-pages: Kindle Direct Publishing binds from 72 to 600 pages on the paper "standard-colour", the book has 60',
    ]);
  });

  it('goes by the size of the page where large books are limited', async () => {
    const print = { trim: { width: 612, height: 792 } };
    expect(found(await judged('kdp', { pages: 600 }, { print }))).toEqual([
      'paper: error printer-pages: Kindle Direct Publishing binds from 24 to 550 pages on the paper "cream", the book has 600',
    ]);
  });

  it('wants full sheets', async () => {
    expect(found(await judged('offset', { pages: 320 }))).toEqual([]);
    expect(found(await judged('offset', { pages: 324 }))).toEqual([
      'pages: warning printer-pages: Offset printing binds a multiple of 16 pages, the book has 324',
    ]);
  });

  it('warns where a part of the figures is not confirmed', async () => {
    const printing = changed(await printingBy('kdp'), { unconfirmed: ['pages.multiple'] });
    checkLaidOut(sixByNine, printing, { pages: 23, margins: wide, heads });
    expect(found(printing)).toEqual([
      expect.stringMatching(/^pages: warning printer-pages: .* a multiple of 2 pages/),
      expect.stringMatching(/^paper: error printer-pages: .* from 24 to 776 pages/),
    ]);
  });

  it.each([
    [150, 27, 0],
    [152, 27, 1],
    [300, 36, 0],
    [302, 36, 1],
    [776, 63, 0],
    [776, 54, 1],
  ])(
    'an inside margin in a book of %i pages that is %i points wide has %i faults',
    async (pages, inside, count) => {
      expect(found(await judged('kdp', { pages, margins: { inside } }))).toHaveLength(count);
    },
  );

  it('blames the key that made the margin narrow', async () => {
    const narrow = { margins: { inside: 30 } };
    const reason =
      'error printer-margins: The inside margin is 10.6 mm (0.417 in), Kindle Direct Publishing asks for 12.7 mm (0.5 in) for a book of 300 pages';
    const none = await judged('kdp', narrow, { print: { gutter: 'none' } });
    expect(found(none)).toEqual([`gutter: ${reason}`]);
    expect(hints(none)[0]).toMatch(/^Set `gutter: auto`/);
    const stated = { gutter: 'none', margins: { inside: 30 } } as const;
    expect(found(await judged('kdp', narrow, { print: stated }))).toEqual([`margins.inside: ${reason}`]);
  });

  it('wants heads and page numbers as far from the edge as the text', async () => {
    const stand = { top: 30, bottom: 20 };
    expect(found(await judged('kdp', { stand }))).toEqual([]);
    const narrow = await judged('ingramspark', { stand, margins: { top: 45 } });
    expect(found(narrow)).toEqual([
      'margins.top: error printer-margins: Running heads stand 10.6 mm (0.417 in) from the edge, IngramSpark asks for 12.7 mm (0.5 in)',
      'margins.bottom: error printer-margins: Page numbers at the foot stand 7.1 mm (0.278 in) from the edge, IngramSpark asks for 12.7 mm (0.5 in)',
    ]);
    expect(hints(narrow)[0]).toBe('Set `margins.top` to at least 18mm.');
  });

  it('blames margins and not heads where both are too near to the edge', async () => {
    expect(found(await judged('ingramspark', { stand: { top: 5 }, margins: { top: 20 } }))).toHaveLength(1);
  });

  it('asks for more room outside where pages have bleed', async () => {
    const margins = { outside: 20, top: 20, bottom: 27 };
    expect(found(await judged('kdp', { margins }))).toEqual([]);
    expect(found(await judged('kdp', { margins }, { print: { bleed: 9 } }))).toEqual([
      'margins.outside: error printer-margins: The outside margin is 7.1 mm (0.278 in), Kindle Direct Publishing asks for 9.5 mm (0.375 in) beside bleed',
      'margins.top: error printer-margins: The upper margin is 7.1 mm (0.278 in), Kindle Direct Publishing asks for 9.5 mm (0.375 in) beside bleed',
    ]);
  });
});
