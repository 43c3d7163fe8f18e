import { PDFDict, PDFDocument, PDFName, PDFPageLeaf, PDFRawStream, type PDFObject } from 'pdf-lib';
import { expect, test } from 'vitest';
import { openPrint } from '../../../../src/emit/pdf/file/open-print.ts';
import { FileError } from '../../../../src/pdf/file/file-error.ts';

const objects = [
  '<</Type /Catalog /Pages 3 0 R /Names<</Dests 7 0 R>>>>',
  "<</Title (A \\(small\\) (b)ook\\\\) /Producer <FEFF 0041> /CreationDate (D:20260101000000+00'00')>>",
  '<</Type /Pages /Count 1 /Kids [4 0 R]>>',
  '<</Type /Page /Parent 3 0 R /Contents 5 0 R /MediaBox [0 -.5 612 +792.25] /Annots [6 0 R]>>',
  '<</Filter /FlateDecode\n/Length 9>> stream\nendstream\nendstream',
  '<</A#20name /B#2FC /True true /False false /Null null /Not#20 [ 1 0 R 12 0 null 1.50 -3 %a remark\n 70000 ]>>',
  '<</Names[(a) [4 0 R /XYZ null 7 null] ]/Far 99 0 R>>',
  '<</Nobody /leads /here 1>>',
];

/** A file with a table of cross-references, as Chrome writes it. */
function fileOf(bodies: ReadonlyArray<string>): Buffer {
  let text = '%PDF-1.4\n';
  let table = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n`;
  for (const [index, body] of bodies.entries()) {
    table += `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
  }
  const trailer = `trailer\n<</Size ${bodies.length + 1}\n/Root 1 0 R\n/Info 2 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + table + trailer, 'latin1');
}

function written(document: PDFDocument): Map<string, string> {
  return new Map(
    document.context.enumerateIndirectObjects().map(([ref, object]) => [String(ref), String(object)]),
  );
}

test('the objects are those the library reads, without those that nothing leads to', async () => {
  const file = fileOf(objects);
  const [document, expected] = [
    await openPrint(file),
    await PDFDocument.load(file, { updateMetadata: false }),
  ];
  const all = written(expected);
  all.delete('8 0 R');
  expect(written(document)).toEqual(all);
  expect(document.getPages().map(({ node }) => node)).toEqual([expect.any(PDFPageLeaf)]);
  expect(document.getTitle()).toBe(expected.getTitle());
  const stream = document.context.enumerateIndirectObjects()[4]?.[1];
  expect(stream instanceof PDFRawStream && Buffer.from(stream.contents).toString()).toBe('endstream');
  // A number that was once an object's is no other's.
  expect(String(document.context.nextRef())).toBe('9 0 R');
});

test('there may be more objects than the stack has place for', async () => {
  const count = 200_000;
  const dictionaries = Array.from({ length: count }, (_, index) => `<</N ${index}>>`);
  const kids = dictionaries.map((_, index) => `${index + 5} 0 R`).join(' ');
  const document = await openPrint(
    fileOf([
      '<</Type /Catalog /Pages 3 0 R /Many 4 0 R>>',
      '<<>>',
      '<</Type /Pages /Count 0 /Kids []>>',
      `[${kids}]`,
      ...dictionaries,
    ]),
  );
  expect(document.context.enumerateIndirectObjects()).toHaveLength(count + 4);
});

test('what only leads from what is taken away is not read', async () => {
  const trim = (object: PDFObject): void => {
    if (object instanceof PDFDict) for (const key of ['Names', 'Annots']) object.delete(PDFName.of(key));
  };
  const document = await openPrint(fileOf(objects), trim);
  expect([...written(document).keys()]).toEqual(['1 0 R', '2 0 R', '3 0 R', '4 0 R', '5 0 R']);
});

test.each([
  ['without cross-references', Buffer.from('%PDF-1.4\n%%EOF\n')],
  ['without a catalogue', fileOf(['<</Type /Pages>>', '<<>>'])],
  ['that breaks off', fileOf(['<</Type /Catalog /Pages [', '<<>>'])],
])('a file %s is none', async (_, file) => {
  await expect(openPrint(file)).rejects.toThrow(FileError);
});
