import { PDFName, PDFRef } from 'pdf-lib';
import { kidsOf, roleKey, setKids, setRole, type StructureElement } from './elements.ts';

/**
 * Gives every list item a body, which Chrome leaves out (ISO 32000-1, 14.8.4.3.3).
 *
 * @returns the bodies by their items
 */
export function addListBodies(elements: ReadonlyArray<StructureElement>): Map<PDFRef, PDFRef> {
  const bodies = new Map<PDFRef, PDFRef>();
  for (const element of elements) {
    const { dict, role, parent } = element;
    const isItem = role === 'LI' || (role === 'NonStruct' && parent?.role === 'L');
    if (!isItem) continue;
    if (role !== 'LI') setRole(dict, 'LI');
    const labels: PDFRef[] = [];
    const content = kidsOf(dict).filter((kid) => {
      const isLabel = kid instanceof PDFRef && roleAt(element, kid) === 'Lbl';
      if (isLabel) labels.push(kid);
      return !isLabel;
    });
    if (content.length === 0) continue;
    const body = enclose(element, 'LBody', content);
    setKids(dict, [...labels, body]);
    bodies.set(element.ref, body);
  }
  return bodies;
}

/**
 * Puts a part of what an element contains into a new element.
 *
 * @param element it will be in; the caller puts it there
 * @param role of the new element
 * @param content moved into it
 */
export function enclose(
  { ref, dict }: Pick<StructureElement, 'ref' | 'dict'>,
  role: string,
  content: ReturnType<typeof kidsOf>,
): PDFRef {
  const { context } = dict;
  const added = context.obj({ Type: 'StructElem', S: role, P: ref });
  const page = dict.get(PDFName.of('Pg'));
  if (page !== undefined) added.set(PDFName.of('Pg'), page);
  const addedRef = context.register(added);
  setKids(added, content);
  for (const kid of content) {
    const inner = kid instanceof PDFRef ? context.lookup(kid) : undefined;
    if (inner !== undefined && 'set' in inner) (inner as typeof dict).set(PDFName.of('P'), addedRef);
  }
  return addedRef;
}

function roleAt({ dict }: StructureElement, ref: PDFRef): string | undefined {
  const kid = dict.context.lookup(ref);
  const role = kid !== undefined && 'get' in kid ? (kid as typeof dict).get(roleKey) : undefined;
  return role instanceof PDFName ? role.asString().slice(1) : undefined;
}
