import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { printerNames, readPrinter } from '../../src/read/printers/printer.ts';
import { folderOf } from '../builders/folder.ts';
import { held } from '../builders/held.ts';

/* A book with bleed for every printer there is: what we make must be what it takes. */
const names = await printerNames();
const paragraph = `${'Word by word the sea comes nearer to the house. '.repeat(7)}\n\n`;

async function pressOf(print: Record<string, unknown>, language = 'en') {
  const folder = await folderOf({
    'book.yaml': `title: The Whale\nlanguage: ${language}\nprint: ${JSON.stringify(print)}\n`,
    '01-one.md': `# One\n\n${paragraph.repeat(240)}`,
  });
  const { messages, artifacts } = await build(folder, { only: ['press'] });
  const press = artifacts.find(({ kind }) => kind === 'press');
  const pages = press === undefined ? [] : (await PDFDocument.load(held(press.bytes))).getPages();
  /** By how much each page reaches over its left and its right edge. */
  const bleeds = pages.map((page) => {
    const [trim, bleed] = [page.getTrimBox(), page.getBleedBox()];
    return [trim.x - bleed.x, bleed.x + bleed.width - trim.x - trim.width].map(Math.round);
  });
  return { errors: messages.filter(({ severity }) => severity === 'error'), bleeds };
}

describe('a book with bleed', () => {
  it.each(names)('is what %s takes', async (name) => {
    const { bleed, trims } = await readPrinter(name);
    const [trim] = trims;
    const size = trim === undefined ? {} : { trim: `${trim.width}pt x ${trim.height}pt` };
    const { errors, bleeds } = await pressOf({ printer: name, bleed: `${bleed.amount}pt`, ...size });
    expect(errors).toEqual([]);
    const over = Math.round(bleed.amount);
    const [right, left] =
      bleed.sides === 'all'
        ? [
            [over, over],
            [over, over],
          ]
        : [
            [0, over],
            [over, 0],
          ];
    expect(bleeds.length).toBeGreaterThan(30);
    expect(bleeds.slice(0, 2)).toEqual([right, left]);
    expect(bleeds.slice(-2)).toEqual([right, left]);
  });

  it('is bound at the right of its first page where it is read from right to left', async () => {
    const { errors, bleeds } = await pressOf({ printer: 'kdp', bleed: '9pt' }, 'he');
    expect(errors).toEqual([]);
    expect(bleeds.slice(0, 2)).toEqual([
      [9, 0],
      [0, 9],
    ]);
  });
});
