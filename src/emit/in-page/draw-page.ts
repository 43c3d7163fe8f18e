import type * as pdfjs from 'pdfjs-dist';
import type { DrawnPicture } from '../report/draw-pages-script.ts';

/** Opens a PDF that the page is served. */
export async function openPdf(path: string): Promise<pdfjs.PDFDocumentProxy> {
  const library = (await import(new URL('/pdf.js', document.baseURI).href)) as typeof pdfjs;
  // Where it finds its worker there it starts no thread, whose script nobody would answer for.
  const worker: unknown = await import(new URL('/pdf-worker.js', document.baseURI).href);
  Object.assign(globalThis, { pdfjsWorker: worker });
  const data = await (await fetch(path)).arrayBuffer();
  return library.getDocument({ data, isEvalSupported: false, useSystemFonts: false }).promise;
}

/** Draws a page so many pixels high. */
export async function drawPage(
  pdf: pdfjs.PDFDocumentProxy,
  number: number,
  height: number,
): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(number);
  const { height: points } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: height / points });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = height;
  await page.render({ canvas, viewport }).promise;
  page.cleanup();
  return canvas;
}

/** What was drawn, as it goes into a report. */
export function pictureOf(canvas: HTMLCanvasElement): DrawnPicture {
  return { data: canvas.toDataURL('image/webp', 0.72), width: canvas.width, height: canvas.height };
}
