import { PDFDict, PDFHexString, PDFName, PDFString, type PDFObject } from 'pdf-lib';
import type { LinkNames } from '../screen/link-names.ts';
import { annotationsOf, setRole, type StructureElement } from './elements.ts';

/** How many letters of a name tell where a link leads. */
const longest = 500;

/**
 * Names the links: tags as such those Chrome tags otherwise, and lets every annotation say in
 * words where it leads (ISO 14289-1, 7.18.5).
 *
 * @param elements in the order of the book
 * @param names by target, in the same order
 */
export function nameLinks(elements: ReadonlyArray<StructureElement>, names: LinkNames): void {
  const used = new Map<string, number>();
  for (const { dict, role } of elements) {
    const annotations = annotationsOf(dict);
    const [first] = annotations;
    if (first === undefined) continue;
    if (role === 'NonStruct') setRole(dict, 'Link');
    const target = linkTarget(first);
    const known = names.get(target) ?? [];
    const count = used.get(target) ?? 0;
    used.set(target, count + 1);
    // Its address is better than no name at all.
    const name = (known[count] ?? known.at(-1)) || target;
    for (const annotation of annotations)
      annotation.set(PDFName.of('Contents'), PDFHexString.fromText(short(name)));
  }
}

/** Each line of a link says the whole name: one that goes over pages would be said as often as it has lines. */
function short(name: string): string {
  const letters = name.length > longest ? Array.from(name) : [];
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : name;
}

/** Where an annotation leads: the name of a destination or an address; empty if nowhere. */
export function linkTarget(annotation: PDFDict): string {
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict);
  return textOf(annotation.lookup(PDFName.of('Dest'))) ?? textOf(action?.lookup(PDFName.of('URI'))) ?? '';
}

function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}
