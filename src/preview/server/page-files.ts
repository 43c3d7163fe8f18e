import { readFile } from 'node:fs/promises';
import pageScript from '#preview-page/page';
import { partOfPdfjs } from '../../emit/pdfjs-files.ts';
import type { Answer } from './server.ts';

/** The files that the page is made of, by their path. */
export async function pageFile(path: string): Promise<Answer | undefined> {
  switch (path) {
    case '':
      return { body: await template('page.html'), mediaType: 'text/html; charset=utf-8' };
    case 'page.css':
      return { body: await template('page.css'), mediaType: 'text/css; charset=utf-8' };
    case 'page.js':
      return { body: pageScript, mediaType: 'text/javascript; charset=utf-8' };
    case 'pdf.js':
      return { body: await partOfPdfjs('pdf.min.mjs'), mediaType: 'text/javascript; charset=utf-8' };
    case 'pdf-worker.js':
      return { body: await partOfPdfjs('pdf.worker.min.mjs'), mediaType: 'text/javascript; charset=utf-8' };
    default:
      return undefined;
  }
}

function template(name: string): Promise<Uint8Array> {
  return readFile(new URL(`templates/preview/${name}`, import.meta.resolve('colophon/package.json')));
}
