import { PDFArray, PDFName, PDFRef, type PDFDict } from 'pdf-lib';

/** The streams a page consists of, in order. */
export function contentsOf(page: PDFDict): PDFRef[] {
  const contents = page.get(PDFName.of('Contents'));
  const list = page.lookup(PDFName.of('Contents'));
  const refs = list instanceof PDFArray ? list.asArray() : [contents];
  return refs.filter((ref) => ref instanceof PDFRef);
}
