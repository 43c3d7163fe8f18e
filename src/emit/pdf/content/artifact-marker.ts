import { PDFName, PDFNumber, type PDFPageLeaf } from 'pdf-lib';
import type { MarkedContent } from '../structure/parent-tree.ts';
import { markArtifacts } from './mark-artifacts.ts';
import type { PageRewriting } from './rewrite-pages.ts';

/**
 * Marks on pages as artifacts what is no part of the text.
 *
 * @param decoration marked content that the structure does not know
 * @param height of the sheet, in points
 * @returns what marks them, and what it goes by besides what a page holds
 */
export function artifactMarker(
  decoration: MarkedContent,
  height: number,
): { readonly rewrite: PageRewriting; readonly facts: (page: PDFPageLeaf) => string } {
  const middle = (height / 2) * (96 / 72);
  const decorationOf = (page: PDFPageLeaf): ReadonlySet<number> =>
    decoration.get(page.lookupMaybe(PDFName.of('StructParents'), PDFNumber)?.asNumber() ?? -1) ?? new Set();
  return {
    rewrite: (content, page) => markArtifacts(content, { decoration: decorationOf(page), middle }),
    facts: (page) => `${middle} ${[...decorationOf(page)].toSorted((a, b) => a - b).join(' ')}`,
  };
}
