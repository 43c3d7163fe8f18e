import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { expect, it } from 'vitest';
import { Objects } from '../../../src/pdf/file/objects.ts';
import { pageLabels } from '../../../src/prove/pages/page-labels.ts';

async function labelsOf(count: number, ranges?: ReadonlyArray<unknown>): Promise<string[]> {
  const document = await PDFDocument.create();
  for (let page = 0; page < count; page += 1) document.addPage();
  if (ranges !== undefined)
    document.catalog.set(PDFName.of('PageLabels'), document.context.obj({ Nums: ranges as number[] }));
  return pageLabels(Objects.of(await document.save()), count);
}

it('reads what viewers call the pages of a PDF', async () => {
  expect(await labelsOf(6, [0, { S: 'r' }, 4, { S: 'D' }])).toEqual(['i', 'ii', 'iii', 'iv', '1', '2']);
  expect(await labelsOf(3, [0, { S: 'D', St: 9, P: PDFHexString.fromText('A-') }])).toEqual([
    'A-9',
    'A-10',
    'A-11',
  ]);
  expect(
    await labelsOf(2, [0, { P: PDFHexString.fromText('۱') }, 1, { P: PDFHexString.fromText('۲') }]),
  ).toEqual(['۱', '۲']);
  expect(await labelsOf(2)).toEqual(['1', '2']);
});
