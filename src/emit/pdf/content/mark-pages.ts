import { PDFName, PDFNumber, type PDFDocument, type PDFRef } from 'pdf-lib';
import type { MarkedContent } from '../structure/parent-tree.ts';
import { contentsOf } from './contents-of.ts';
import { markArtifacts, type PageFacts } from './mark-artifacts.ts';
import { rewriteStreams } from './rewrite-streams.ts';

/**
 * Marks on all pages as artifacts what is no part of the text.
 *
 * @param decoration marked content that the structure does not know
 * @param height of the sheet, in points
 */
export async function markPages(
  document: PDFDocument,
  decoration: MarkedContent,
  height: number,
): Promise<void> {
  const middle = (height / 2) * (96 / 72);
  const factsOf = new Map<PDFRef, PageFacts>();
  for (const { node } of document.getPages()) {
    const key = node.lookupMaybe(PDFName.of('StructParents'), PDFNumber)?.asNumber() ?? -1;
    const facts = { decoration: decoration.get(key) ?? new Set<number>(), middle };
    for (const ref of contentsOf(node)) factsOf.set(ref, facts);
  }
  await rewriteStreams(document.context, factsOf.keys(), (content, ref) => {
    const facts = factsOf.get(ref);
    return facts === undefined ? content : markArtifacts(content, facts);
  });
}
