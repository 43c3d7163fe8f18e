import { PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib';
import { expect, test } from 'vitest';
import { serialize } from '../../../../src/emit/pdf/file/serialize.ts';
import { Objects } from '../../../../src/pdf/file/objects.ts';
import { Reference } from '../../../../src/pdf/content/operand.ts';
import { held } from '../../../builders/held.ts';

/** A document with so many objects besides its own, every third one a stream, and one number left out. */
async function documentOf(count: number): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([100, 200]);
  const { context } = document;
  for (let index = 0; index < count; index += 1) {
    const bytes = Buffer.from(`stream ${index}\nendstream`);
    const object =
      index % 3 === 0
        ? context.stream(bytes, { Index: index, 'A b': true })
        : context.obj([
            index / 4,
            PDFString.of('é(\\))'),
            PDFHexString.of('00ff'),
            null,
            { K: PDFName.of('x') },
          ]);
    context.register(object);
  }
  context.delete(context.nextRef());
  document.catalog.set(PDFName.of('Last'), context.register(context.obj({ Title: PDFString.of('last') })));
  return document;
}

function written(document: PDFDocument): string[] {
  return document.context
    .enumerateIndirectObjects()
    .map(([ref, object]) =>
      [ref, object, object instanceof PDFRawStream ? Buffer.from(object.contents).toString('hex') : ''].join(
        ' ',
      ),
    );
}

test.each([0, 9, 1700])('what is written is what can be read again, with %i objects more', async (count) => {
  const document = await documentOf(count);
  const bytes = held(await serialize(document));
  expect(Buffer.from(bytes.subarray(0, 9)).toString()).toBe('%PDF-1.7\n');
  const read = await PDFDocument.load(bytes, { updateMetadata: false });
  const known = new Set(written(document));
  // The library lists the streams of cross-references too.
  expect(written(read).filter((object) => !/\/Type \/(ObjStm|XRef)/.test(object))).toEqual([...known]);
  const objects = Objects.of(bytes);
  expect(objects.text(objects.dictionary(objects.root.get('Last'))?.get('Title'))).toBe('last');
  if (count === 0) return;
  const first = document.context
    .enumerateIndirectObjects()
    .find(([, object]) => object instanceof PDFRawStream);
  const stream = objects.stream(new Reference(first![0].objectNumber));
  expect(Buffer.from(stream!.bytes).toString()).toBe('stream 0\nendstream');
});

test('equal documents are equal files, and a file calls itself what it is asked to', async () => {
  const [first, second] = await Promise.all([documentOf(30), documentOf(30)]);
  const [one, other] = (
    await Promise.all([first, second].map((each) => serialize(each, { version: '1.6' })))
  ).map(held);
  expect(Buffer.compare(one!, other!)).toBe(0);
  expect(Buffer.from(one!.subarray(0, 9)).toString()).toBe('%PDF-1.6\n');
});

test.each([0, 900])('a file of PDF 1.3 has each of %i objects by itself, and a table', async (count) => {
  const document = await documentOf(count);
  const bytes = held(await serialize(document, { version: '1.3' }));
  const text = Buffer.from(bytes).toString('latin1');
  expect(text.slice(0, 9)).toBe('%PDF-1.3\n');
  expect(text).not.toMatch(/ObjStm|\/XRef/);
  const read = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(written(read)).toEqual(written(document));
  const [, start] = /startxref\n(\d+)\n%%EOF$/.exec(text) ?? [];
  const table = text.slice(Number(start)).split('\n');
  expect(table[0]).toBe('xref');
  // Each line has twenty bytes, the line end included.
  const entries = table.filter((line) => /^\d{10} \d{5} [nf] $/.test(line));
  expect(table[1]).toBe(`0 ${entries.length}`);
  const astray = entries.flatMap((entry, number) => {
    const isThere = text.startsWith(`${number} 0 obj`, Number(entry.slice(0, 10)));
    return entry.endsWith('n ') && !isThere ? [number] : [];
  });
  expect(astray).toEqual([]);
});
