import { readFile } from 'node:fs/promises';

/** A part of pdf.js for pages that show PDFs: the build for browsers that are some years old as well. */
export function partOfPdfjs(name: 'pdf.min.mjs' | 'pdf.worker.min.mjs'): Promise<Uint8Array> {
  return readFile(new URL(`legacy/build/${name}`, import.meta.resolve('pdfjs-dist/package.json')));
}
