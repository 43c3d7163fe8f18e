import { PDFName, PDFNumber, PDFRawStream, type PDFDocument } from 'pdf-lib';
import { contentsOf } from '../press/content-streams.ts';
import { repack, unpacked } from '../press/streams.ts';
import type { MarkedContent } from '../structure/parent-tree.ts';
import { markArtifacts } from './mark-artifacts.ts';

/** Streams packed at the same time: each takes a quarter of a megabyte of working space. */
const atOnce = 8;

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
  const { context } = document;
  let packing: Array<Promise<void>> = [];
  for (const { node } of document.getPages()) {
    const key = node.lookupMaybe(PDFName.of('StructParents'), PDFNumber)?.asNumber() ?? -1;
    const facts = { decoration: decoration.get(key) ?? new Set<number>(), middle: (height / 2) * (96 / 72) };
    for (const ref of contentsOf(node)) {
      const stream = context.lookup(ref);
      const content = stream instanceof PDFRawStream ? unpacked(stream) : undefined;
      if (content === undefined || !(stream instanceof PDFRawStream)) continue;
      const marked = markArtifacts(content, facts);
      if (marked !== content) packing.push(repack(context, ref, stream.dict, marked));
      if (packing.length === atOnce) {
        await Promise.all(packing);
        packing = [];
      }
    }
  }
  await Promise.all(packing);
}
