import type * as pdfjs from 'pdfjs-dist';
import type { DrawPagesScript, DrawnPicture, Spread } from '../report/draw-pages-script.ts';
import { drawPage, openPdf, pictureOf } from './draw-page.ts';

/** The script of the page that draws the pages of a PDF. */
export default { draw } satisfies DrawPagesScript;

/** Draws spreads one after the other: a page takes more memory than its picture. */
async function draw(spreads: ReadonlyArray<Spread>, height: number): Promise<DrawnPicture[]> {
  const pdf = await openPdf('/book.pdf');
  const pictures: DrawnPicture[] = [];
  for (const spread of spreads) pictures.push(await drawSpread(pdf, spread, height));
  return pictures;
}

async function drawSpread(
  pdf: pdfjs.PDFDocumentProxy,
  spread: Spread,
  height: number,
): Promise<DrawnPicture> {
  const drawn: Array<HTMLCanvasElement | undefined> = [];
  for (const page of spread) drawn.push(page === null ? undefined : await drawPage(pdf, page, height));
  const usual = drawn.find((each) => each !== undefined);
  const widths = drawn.map((each) => each?.width ?? usual?.width ?? 0);
  const canvas = document.createElement('canvas');
  canvas.width = widths.reduce((sum, width) => sum + width, 0);
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  let left = 0;
  for (const [index, page] of drawn.entries()) {
    // Beside the first page of a book and the last there is nothing.
    context.fillStyle = page === undefined ? '#e9ebee' : '#fff';
    context.fillRect(left, 0, widths[index] ?? 0, height);
    if (page !== undefined) context.drawImage(page, left, 0);
    if (left > 0) {
      context.fillStyle = '#c9ced4';
      context.fillRect(left, 0, 1, height);
    }
    left += widths[index] ?? 0;
  }
  return pictureOf(canvas);
}
