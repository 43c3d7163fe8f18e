import { PDFDict, PDFName, PDFNumber, PDFPageLeaf, type PDFRef } from 'pdf-lib';
import type { MarkedContent } from '../structure/parent-tree.ts';
import { formNamed, resourcesFor, type ContentOwner } from './content-owners.ts';
import { markArtifacts } from './mark-artifacts.ts';
import type { ContentRewriting } from './rewrite-pages.ts';

/**
 * Marks on pages, and in forms on them, as artifacts what is no part of the text.
 *
 * @param decoration marked content that the structure does not know
 * @param height of the sheet, in points
 * @param tagged forms that hold tags
 * @returns what marks them, and what it goes by besides what a page holds
 */
export function artifactMarker(
  decoration: MarkedContent,
  height: number,
  tagged: ReadonlySet<PDFRef>,
): { readonly rewrite: ContentRewriting; readonly facts: (owner: ContentOwner) => string } {
  const middle = (height / 2) * (96 / 72);
  const decorationOf = (owner: ContentOwner): ReadonlySet<number> =>
    decoration.get(owner.lookupMaybe(PDFName.of('StructParents'), PDFNumber)?.asNumber() ?? -1) ?? new Set();
  const holdsTags = (owner: ContentOwner, name: string): boolean => {
    const form = tagged.size > 0 ? formNamed(owner, name) : undefined;
    return form !== undefined && tagged.has(form);
  };
  return {
    rewrite: (content, owner) =>
      markArtifacts(content, {
        decoration: decorationOf(owner),
        ...(owner instanceof PDFPageLeaf && { middle }),
        holdsTags: (name) => holdsTags(owner, name),
      }),
    facts: (owner) => {
      const numbers = [...decorationOf(owner)].toSorted((a, b) => a - b);
      const kind = owner instanceof PDFPageLeaf ? middle : 'form';
      return [kind, ...numbers, ...taggedNames(owner, tagged)].join(' ');
    },
  };
}

function taggedNames(owner: ContentOwner, tagged: ReadonlySet<PDFRef>): string[] {
  if (tagged.size === 0) return [];
  const objects = resourcesFor(owner)?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.entries() ?? [];
  return objects.flatMap(([name, ref]) => (tagged.has(ref as PDFRef) ? [name.toString()] : []));
}
