import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRef,
  type PDFContext,
  type PDFDocument,
  type PDFObject,
} from 'pdf-lib';
import { append } from '../../../book/long-lists.ts';

// Making a name takes time, and there are tens of thousands of elements.
export const roleKey = PDFName.of('S');
const kidsKey = PDFName.of('K');
const objectKey = PDFName.of('Obj');

/** An element of the structure tree (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  /** The structure type Chrome gave it. */
  readonly role: string;
  readonly parent: StructureElement | undefined;
}

/** The root of the structure tree; undefined where nothing is tagged. */
export function structureRoot(document: PDFDocument): PDFDict | undefined {
  return document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
}

/** All elements, each before what it contains: the order in which the book is read. */
export function elementsOf(context: PDFContext, root: PDFDict): StructureElement[] {
  const elements: StructureElement[] = [];
  const pending: Array<readonly [PDFObject, StructureElement | undefined]> = children(root, undefined);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [ref, parent] = next;
    if (!(ref instanceof PDFRef)) continue;
    const dict = context.lookup(ref);
    const role = dict instanceof PDFDict ? dict.get(roleKey) : undefined;
    if (!(dict instanceof PDFDict) || !(role instanceof PDFName)) continue;
    const element = { ref, dict, role: role.asString().slice(1), parent };
    elements.push(element);
    append(pending, children(dict, element));
  }
  return elements;
}

/** The last one first, for a stack. */
function children(
  dict: PDFDict,
  parent: StructureElement | undefined,
): Array<readonly [PDFObject, StructureElement | undefined]> {
  return kidsOf(dict)
    .map((kid) => [kid, parent] as const)
    .toReversed();
}

/** What an element contains: elements, references to objects and numbers of marked content. */
export function kidsOf(dict: PDFDict): PDFObject[] {
  const kids = dict.lookup(kidsKey);
  if (kids === undefined) return [];
  return kids instanceof PDFArray ? kids.asArray() : [dict.get(kidsKey) ?? kids];
}

/** Puts other content in place of what an element contains. */
export function setKids(dict: PDFDict, kids: ReadonlyArray<PDFObject>): void {
  dict.set(kidsKey, dict.context.obj([...kids]));
}

export function setRole(dict: PDFDict, role: string): void {
  dict.set(roleKey, PDFName.of(role));
}

/** The annotations an element refers to. */
export function annotationsOf(dict: PDFDict): PDFDict[] {
  return kidsOf(dict).flatMap((kid) => {
    const annotation = kid instanceof PDFDict ? kid.lookupMaybe(objectKey, PDFDict) : undefined;
    return annotation === undefined ? [] : [annotation];
  });
}
