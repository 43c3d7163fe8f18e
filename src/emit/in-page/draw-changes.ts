import pixelmatch from 'pixelmatch';
import type * as pdfjs from 'pdfjs-dist';
import type {
  DrawChangesScript,
  DrawnChange,
  LabelledPage,
  PagesToCompare,
} from '../report/draw-changes-script.ts';
import { drawPage, openPdf, pictureOf } from './draw-page.ts';

/** The script of the page that compares two PDFs. */
export default { draw } satisfies DrawChangesScript;

interface Pdfs {
  readonly old: pdfjs.PDFDocumentProxy;
  readonly new: pdfjs.PDFDocumentProxy;
}

/** One pair after the other: pages take more memory than their pictures. */
async function draw(
  pairs: ReadonlyArray<PagesToCompare>,
  height: number,
  most: number,
): Promise<{ readonly drawn: DrawnChange[]; readonly isWhole: boolean }> {
  const pdfs: Pdfs = { old: await openPdf('/old.pdf'), new: await openPdf('/new.pdf') };
  const drawn: DrawnChange[] = [];
  for (const [index, pair] of pairs.entries()) {
    if (drawn.length === most) return { drawn, isWhole: false };
    const change = await compare(pdfs, pair, height);
    if (change !== undefined) drawn.push({ index, ...change });
  }
  return { drawn, isWhole: true };
}

async function compare(
  pdfs: Pdfs,
  { old, new: next }: PagesToCompare,
  height: number,
): Promise<Omit<DrawnChange, 'index'> | undefined> {
  if (old === undefined || next === undefined)
    return {
      ...(old !== undefined && { old: pictureOf(await drawPage(pdfs.old, old.number, height)) }),
      ...(next !== undefined && { new: pictureOf(await drawPage(pdfs.new, next.number, height)) }),
    };
  const hasMoved = old.number !== next.number || old.label !== next.label;
  const isSame = (await wordsOn(pdfs.old, old)) === (await wordsOn(pdfs.new, next));
  // Its number is another, and on the other side of a spread so is its place on the sheet.
  if (hasMoved && isSame) return undefined;
  const [before, after] = [
    await drawPage(pdfs.old, old.number, height),
    await drawPage(pdfs.new, next.number, height),
  ];
  const isMarked = !hasMoved && before.width === after.width;
  if (isMarked && markDifferences(before, after) === 0) return undefined;
  return { old: pictureOf(before), new: pictureOf(after) };
}

/** The words on a page but for its number. */
async function wordsOn(pdf: pdfjs.PDFDocumentProxy, { number, label }: LabelledPage): Promise<string> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const texts = items.flatMap((item) => ('str' in item ? [item.str.trim()] : []));
  return texts.filter((text) => text !== label).join(' ');
}

/** The side of the squares that are marked, in pixels. */
const cell = 8;

/**
 * Marks what is otherwise on the newer page.
 *
 * @returns how many pixels differ
 */
function markDifferences(before: HTMLCanvasElement, after: HTMLCanvasElement): number {
  const { width, height } = after;
  const [old, next] = [before, after].map((canvas) =>
    canvas.getContext('2d')!.getImageData(0, 0, width, height),
  );
  const mask = new Uint8ClampedArray(width * height * 4);
  const count = pixelmatch(old!.data, next!.data, mask, width, height, { diffMask: true });
  if (count === 0) return 0;
  const context = after.getContext('2d')!;
  context.globalCompositeOperation = 'multiply';
  context.fillStyle = '#ffe28a';
  const marked = new Set<number>();
  const columns = Math.ceil(width / cell);
  for (let at = 0; at < width * height; at++)
    if (mask[at * 4 + 3] !== 0)
      marked.add(Math.floor(Math.floor(at / width) / cell) * columns + Math.floor((at % width) / cell));
  for (const each of marked)
    context.fillRect((each % columns) * cell, Math.floor(each / columns) * cell, cell, cell);
  return count;
}
