import { expect, test } from 'vitest';
import { readsBase64 } from '../../src/prove/before-pdfjs.ts';
import { loadPdf } from '../../src/prove/load-pdf.ts';
import { pressPdf } from '../preflight/pdf/make-pdf.ts';

test('reading PDFs leaves the reading of base64 as it was', async () => {
  const loading = loadPdf(await pressPdf());
  const { numPages } = await loading.promise;
  await loading.destroy();
  expect(numPages).toBeGreaterThan(0);
  expect('fromBase64' in Uint8Array).toBe(readsBase64);
});
