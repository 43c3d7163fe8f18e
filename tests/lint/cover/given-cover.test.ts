import { degrees, PDFDocument, type PDFPage } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { CoverSize } from '../../../src/book/cover.ts';
import { checkGivenCover } from '../../../src/lint/cover/given-cover.ts';
import { coverSource, messages } from '../../builders/cover-source.ts';

/** A quarter of a thousandth of an inch for each page. */
const spineOf = (pages: number) => pages * 0.0025 * 72;

function sizeFor(pages: number): CoverSize {
  return {
    trim: { width: 432, height: 648 },
    bleed: 9,
    spine: spineOf(pages),
    pages,
    printer: 'KDP',
    paper: 'cream',
  };
}

async function pdf(width: number, height: number, change?: (page: PDFPage, document: PDFDocument) => void) {
  const document = await PDFDocument.create();
  change?.(document.addPage([width, height]), document);
  if (change === undefined) document.addPage([width, height]);
  return document.save();
}

async function judged(bytes: Uint8Array, pages = 300) {
  const source = coverSource(bytes);
  await checkGivenCover(source, sizeFor(pages), spineOf);
  return messages(source);
}

describe('checkGivenCover', () => {
  it('finds nothing to object to in a cover that fits', async () => {
    expect(await judged(await pdf(2 * 432 + 54 + 18, 648 + 18))).toEqual([]);
  });

  it('goes by the trimmed page where the file states one', async () => {
    const bytes = await pdf(1000, 700, (page) => page.setTrimBox(20, 20, 918, 648));
    expect(await judged(bytes)).toEqual([]);
  });

  it('takes a page as readers see it', async () => {
    const bytes = await pdf(666, 936, (page) => page.setRotation(degrees(90)));
    expect(await judged(bytes)).toEqual([]);
  });

  it('lets half a millimetre pass, and no more', async () => {
    expect(await judged(await pdf(936 + 1.4, 666 - 1.4))).toEqual([]);
    expect(await judged(await pdf(936 + 1.5, 666))).toHaveLength(1);
  });

  it('says what changed when the book has more pages', async () => {
    expect(await judged(await pdf(936, 666), 340)).toEqual([
      {
        file: 'book.yaml',
        line: 5,
        column: 3,
        severity: 'error',
        rule: 'cover-size',
        reason:
          'The cover "cover.pdf" is 323.9 × 228.6 mm without bleed, but 340 pages on cream paper ask for 326.4 × 228.6 mm: a spine of 21.6 mm',
        hint: 'Its spine of 19.1 mm is that of 300 pages with KDP; make the cover anew in 332.7 × 235 mm with bleed, or take `file` out to have one made.',
      },
    ]);
  });

  it('says what the size is when it is altogether another', async () => {
    const [message] = await judged(await pdf(500, 700));
    expect(message?.hint).toMatch(/^One side of the book is 152\.4 × 228\.6 mm, the bleed 3\.2 mm/);
  });

  it('knows a cover without bleed', async () => {
    const [message] = await judged(await pdf(918, 648));
    expect(message).toMatchObject({ rule: 'cover-size', reason: 'The cover "cover.pdf" has no bleed' });
  });

  it('refuses what is no cover', async () => {
    const two = await pdf(936, 666, (_, document) => document.addPage([936, 666]));
    expect((await judged(two))[0]).toMatchObject({
      rule: 'cover-file',
      reason: 'The cover "cover.pdf" has 2 pages, not one',
    });
    expect((await judged(Buffer.from('%PDF-1.7\nnothing')))[0]).toMatchObject({ rule: 'cover-file' });
  });

  it('has nothing to say where no cover is given', async () => {
    const source = coverSource();
    await checkGivenCover(source, sizeFor(300), spineOf);
    expect(messages(source)).toEqual([]);
  });
});
