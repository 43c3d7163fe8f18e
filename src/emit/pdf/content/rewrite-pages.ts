import type { PDFDocument, PDFPageLeaf, PDFRef } from 'pdf-lib';
import { contentsOf } from './contents-of.ts';
import { rewriteStreams } from './rewrite-streams.ts';

/** What becomes of the content of a page; the content itself where nothing changes. */
export type PageRewriting = (content: Uint8Array, page: PDFPageLeaf) => Uint8Array;

/** Rewrites the contents of all pages, each unpacked and packed once however much is done to it. */
export async function rewritePages(
  document: PDFDocument,
  rewritings: ReadonlyArray<PageRewriting>,
): Promise<void> {
  const pages = pagesOf(document);
  await rewriteStreams(document.context, pages.keys(), (content, ref) => {
    const page = pages.get(ref);
    return page === undefined
      ? content
      : rewritings.reduce((before, rewrite) => rewrite(before, page), content);
  });
}

/** The pages, by the streams they consist of. */
export function pagesOf(document: PDFDocument): Map<PDFRef, PDFPageLeaf> {
  const pages = new Map<PDFRef, PDFPageLeaf>();
  for (const { node } of document.getPages()) for (const ref of contentsOf(node)) pages.set(ref, node);
  return pages;
}
