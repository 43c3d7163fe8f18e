import { expect, it } from 'vitest';
import { preflight } from '../../../src/preflight/pdf/preflight.ts';
import { bleed, pressPdf, screenPdf, trim } from './make-pdf.ts';

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
