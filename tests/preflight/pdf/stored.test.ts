import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { expect, it } from 'vitest';
import type { StoredBytes } from '../../../src/book/bytes.ts';
import { openPdf } from '../../../src/preflight/pdf/file/open-pdf.ts';
import { excerptOf } from '../../../src/preflight/pdf/file/excerpt.ts';
import { preflight } from '../../../src/preflight/pdf/preflight.ts';
import { folderOf } from '../../builders/folder.ts';
import { pressPdf } from './make-pdf.ts';

const side = 400;

/** A press PDF whose page shows a picture in black of too much ink. */
async function withPicture(): Promise<Uint8Array> {
  const document = await PDFDocument.load(await pressPdf(), { updateMetadata: false });
  const { context } = document;
  const pixels = Buffer.concat([Buffer.alloc(side * side * 4 - 1000, 255), randomBytes(1000)]);
  const size = { Width: side, Height: side, BitsPerComponent: 8, ColorSpace: 'DeviceCMYK' };
  const picture = context.register(context.stream(pixels, { Type: 'XObject', Subtype: 'Image', ...size }));
  const page = document.getPage(0);
  page.node.setXObject(PDFName.of('Picture'), picture);
  page.node.addContentStream(context.register(context.stream('q 90 0 0 90 20 20 cm /Picture Do Q')));
  return document.save({ useObjectStreams: true });
}

async function stored(bytes: Uint8Array): Promise<StoredBytes> {
  const file = join(await folderOf({}), 'book-press.pdf');
  await writeFile(file, bytes);
  return { file, length: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

it('finds in a file on disk what it finds in memory, and does not hold its pictures', async () => {
  const bytes = await withPicture();
  const file = await stored(bytes);
  const found = await preflight(bytes, 'book-press.pdf', { as: 'press' });
  expect(found.map(({ rule }) => rule)).toContain('pdf-ink-limit');
  expect(await preflight(file, 'book-press.pdf', { as: 'press' })).toEqual(found);
  expect(excerptOf(file).bytes.length).toBe(bytes.length - side * side * 4);
});

it('has all objects of a file on disk', async () => {
  const bytes = await withPicture();
  const [held, read] = await Promise.all([openPdf(bytes), openPdf(await stored(bytes))]);
  const listed = (document: PDFDocument): string[] =>
    document.context
      .enumerateIndirectObjects()
      .map(([ref, object]) =>
        object instanceof PDFRawStream
          ? `${String(ref)} ${String(object.dict)} ${createHash('md5').update(object.contents).digest('hex')}`
          : `${String(ref)} ${String(object)}`,
      );
  expect(listed(read)).toEqual(listed(held));
});
