import { PDFDict, PDFName, PDFRef } from 'pdf-lib';
import type { PrintLink } from '../screen/link-names.ts';
import { annotationsOf, kidsOf, setKids, type StructureElement } from './elements.ts';
import { linkTarget } from './links.ts';
import { enclose } from './lists.ts';

/**
 * Tags what refers to notes and to works of a bibliography as such (ISO 32000-1, 14.8.4.4, Reference), around the link.
 *
 * @param elements in the order of the book
 * @param targets the destinations of notes and works
 */
export function tagReferences(elements: ReadonlyArray<StructureElement>, targets: ReadonlySet<string>): void {
  if (targets.size === 0) return;
  for (const { dict, ref } of elements) {
    const [link] = annotationsOf(dict);
    const parent = dict.get(PDFName.of('P'));
    if (link === undefined || !(parent instanceof PDFRef) || !targets.has(linkTarget(link))) continue;
    const around = dict.context.lookup(parent, PDFDict);
    const reference = enclose({ ref: parent, dict: around }, 'Reference', [ref]);
    setKids(
      around,
      kidsOf(around).map((kid) => (kid === ref ? reference : kid)),
    );
  }
}

/**
 * The destinations of notes and of works in bibliographies.
 *
 * @param links of the book
 */
export function referenceTargets(links: ReadonlyArray<PrintLink>): Set<string> {
  return new Set(
    links.flatMap(({ mark, cites, target }) => (mark === undefined && cites === undefined ? [] : [target])),
  );
}
