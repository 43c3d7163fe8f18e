import type { PDFDocument, PDFPageLeaf, PDFRef } from 'pdf-lib';
import type { Shelf } from '../../../book/shelf.ts';
import { contentsOf } from './contents-of.ts';
import { fontFacts } from './font-facts.ts';
import { rewriteStreams } from './rewrite-streams.ts';

/** What becomes of the content of a page; the content itself where nothing changes. */
export type PageRewriting = (content: Uint8Array, page: PDFPageLeaf) => Uint8Array;

/** What an earlier build made of pages, and what is done to them goes by besides their content and their fonts. */
interface EarlierPages {
  readonly shelf: Shelf;
  readonly facts: (page: PDFPageLeaf) => string;
}

/**
 * Rewrites the contents of all pages, each unpacked and packed once however much is done to it; what an
 * earlier build made of the same is taken as it is.
 */
export async function rewritePages(
  document: PDFDocument,
  rewritings: ReadonlyArray<PageRewriting>,
  { shelf, facts }: EarlierPages,
): Promise<void> {
  const pages = pagesOf(document);
  const fontsOf = fontFacts();
  await rewriteStreams(
    document.context,
    pages.keys(),
    (content, ref) => {
      const page = pages.get(ref);
      return page === undefined
        ? content
        : rewritings.reduce((before, rewrite) => rewrite(before, page), content);
    },
    {
      shelf,
      facts: (ref) => {
        const page = pages.get(ref);
        return page === undefined ? '' : `${facts(page)}\n${fontsOf(page)}`;
      },
    },
  );
}

/** The pages, by the streams they consist of. */
export function pagesOf(document: PDFDocument): Map<PDFRef, PDFPageLeaf> {
  const pages = new Map<PDFRef, PDFPageLeaf>();
  for (const { node } of document.getPages()) for (const ref of contentsOf(node)) pages.set(ref, node);
  return pages;
}
