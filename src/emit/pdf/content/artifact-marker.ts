import { PDFName, PDFNumber } from 'pdf-lib';
import type { MarkedContent } from '../structure/parent-tree.ts';
import { markArtifacts } from './mark-artifacts.ts';
import type { PageRewriting } from './rewrite-pages.ts';

/**
 * Marks on pages as artifacts what is no part of the text.
 *
 * @param decoration marked content that the structure does not know
 * @param height of the sheet, in points
 */
export function artifactMarker(decoration: MarkedContent, height: number): PageRewriting {
  const middle = (height / 2) * (96 / 72);
  return (content, page) => {
    const key = page.lookupMaybe(PDFName.of('StructParents'), PDFNumber)?.asNumber() ?? -1;
    return markArtifacts(content, { decoration: decoration.get(key) ?? new Set(), middle });
  };
}
