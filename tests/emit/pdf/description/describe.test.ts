import { PDFDocument, PDFName } from 'pdf-lib';
import { expect, test } from 'vitest';
import { describe as describeFile } from '../../../../src/emit/pdf/description/describe.ts';
import { wordingOf } from '../../../../src/language/wording.ts';
import { makeMetadata } from '../../../builders/metadata.ts';

/** What a file says of the way its pages follow one another. */
async function directionIn(language: string): Promise<string | undefined> {
  const document = await PDFDocument.create();
  describeFile(document, makeMetadata({ language }), wordingOf(language), {
    product: 'pdf',
    conformance: { namespaces: {}, properties: [] },
  });
  return document.catalog.getViewerPreferences()?.dict.get(PDFName.of('Direction'))?.toString();
}

test.each(['fa', 'he', 'ar'])('the pages of a book in %s follow from right to left', async (language) => {
  expect(await directionIn(language)).toBe('/R2L');
});

test('those of others from left to right, which goes without saying', async () => {
  expect(await directionIn('ja')).toBeUndefined();
});
