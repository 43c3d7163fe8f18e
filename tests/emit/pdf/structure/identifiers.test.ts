import { PDFDict, PDFDocument, PDFName, PDFString, type PDFRef } from 'pdf-lib';
import { expect, test } from 'vitest';
import { elementsOf } from '../../../../src/emit/pdf/structure/elements.ts';
import { addIdentifiers, nameCells } from '../../../../src/emit/pdf/structure/identifiers.ts';

/** A structure tree of two heads and two cells as Chrome writes it, its nodes counted from a number. */
async function table(from: number): Promise<{ readonly root: PDFDict; readonly document: PDFDocument }> {
  const document = await PDFDocument.create();
  const { context } = document;
  const name = (index: number): PDFString => PDFString.of(`node${String(from + index).padStart(8, '0')}`);
  const head = (index: number): PDFRef => context.register(context.obj({ S: 'TH', ID: name(index) }));
  const cell = (index: number): PDFRef =>
    context.register(context.obj({ S: 'TD', A: [{ O: 'Table', Headers: [name(index)] }, { O: 'Table' }] }));
  const heads = [head(0), head(1)];
  const kid = context.register(context.obj({ Names: [name(0), heads[0], name(1), heads[1]] }));
  const tree = context.register(context.obj({ Kids: [kid] }));
  const root = context.obj({ K: [...heads, cell(0), cell(1)], IDTree: tree });
  return { root, document };
}

test('heads of tables have names that do not depend on how Chrome counts', async () => {
  const written = await Promise.all(
    [23, 571].map(async (from) => {
      const { root, document } = await table(from);
      nameCells(root, elementsOf(document.context, root));
      return [root, ...document.context.enumerateIndirectObjects().map(([, object]) => object)].map(String);
    }),
  );
  expect(written[0]).toEqual(written[1]);
  expect(written[0]?.join('\n')).toContain('/Headers [ (cell:000002) ]');
  expect(written[0]?.join('\n')).not.toContain('node');
});

test('the tree of identifiers is one list, in the order of bytes', async () => {
  const { root, document } = await table(1);
  const elements = elementsOf(document.context, root);
  nameCells(root, elements);
  const [first] = elements;
  if (first === undefined) throw new Error('no element');
  addIdentifiers(root, [['note:a', first.ref]]);
  const names = root.lookup(PDFName.of('IDTree'), PDFDict).get(PDFName.of('Names'));
  expect(String(names)).toMatch(/^\[ \(cell:000001\) \d+ 0 R \(cell:000002\) \d+ 0 R \(note:a\) \d+ 0 R \]$/);
});
