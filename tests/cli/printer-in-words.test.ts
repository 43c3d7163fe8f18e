import { describe, expect, test } from 'vitest';
import { printerInWords } from '../../src/cli/printer-in-words.ts';
import { readPrinter, readPrinters } from '../../src/read/printers/printer.ts';

describe.each(await readPrinters())('what is told of $name', (printer) => {
  const told = printerInWords(printer);

  test('begins with what book.yaml states', () => {
    expect(told.startsWith(`${printer.name}: ${printer.title}\n`)).toBe(true);
    for (const paper of printer.papers) expect(told).toContain(`${paper.name}: ${paper.title};`);
  });

  test('says where the figures are from, and which nobody confirms', () => {
    for (const { title, url } of printer.sources) expect(told).toContain(`source   ${title}, ${url}\n`);
    expect(told).toContain(`not confirmed: ${printer.unconfirmed.join(', ')}\n`);
  });
});

test('tells what files are to be and to be named', async () => {
  const told = printerInWords(await readPrinter('ingramspark'));
  expect(told).toContain('margins  inside 12.7 mm, others 12.7 mm\n');
  expect(told).toContain('names    {isbn}_txt.pdf, {isbn}_cov.pdf\n');
  expect(told).toContain('standard PDF/X-1a:2001 or PDF/X-3:2002\n');
  expect(told).toContain('cover    its size is an estimate: the template of the printer decides\n');
  const other = printerInWords(await readPrinter('kdp'));
  expect(other).not.toMatch(/^ {2}standard/m);
  expect(other).not.toContain('estimate');
});

test('gives measures in millimetres', async () => {
  const told = printerInWords(await readPrinter('kdp'));
  expect(told).toContain('bleed    3.2 mm on the three outer sides\n');
  expect(told).toContain('margins  inside 9.5 mm to 22.2 mm by pages, others 6.4 mm\n');
  expect(told).toContain(
    'paper    cream: cream, 50 to 61 lb (74 to 90 g/m²); black; 1000 pages are 63.5 mm thick\n',
  );
});
