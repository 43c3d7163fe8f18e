import { PDFArray, PDFName, PDFRef, type PDFDocument } from 'pdf-lib';

/** Takes the pages behind those of the book out of the document. */
export function dropPages(document: PDFDocument, count: number): void {
  const { context } = document;
  for (let last = document.getPageCount() - 1; last >= count; last--) {
    const { ref, node } = document.getPage(last);
    const contents = node.get(PDFName.of('Contents'));
    document.removePage(last);
    context.delete(ref);
    for (const each of contents instanceof PDFArray ? contents.asArray() : [contents])
      if (each instanceof PDFRef) context.delete(each);
  }
}
