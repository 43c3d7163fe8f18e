import { PDFDict, PDFName, PDFPageLeaf, PDFRawStream, PDFRef, type PDFDocument } from 'pdf-lib';
import { contentsOf } from './contents-of.ts';

/** What content belongs to: a page, or a form (ISO 32000-1, 8.10), by its dictionary. */
export type ContentOwner = PDFDict;

/** What the names in content mean. */
export function resourcesFor(owner: ContentOwner): PDFDict | undefined {
  return owner instanceof PDFPageLeaf
    ? owner.Resources()
    : owner.lookupMaybe(PDFName.of('Resources'), PDFDict);
}

/** The pages, by the streams they consist of, and some forms. */
export function ownersOf(document: PDFDocument, forms: Iterable<PDFRef> = []): Map<PDFRef, ContentOwner> {
  const owners = new Map<PDFRef, ContentOwner>();
  for (const { node } of document.getPages()) for (const ref of contentsOf(node)) owners.set(ref, node);
  for (const ref of forms) {
    const form = formAt(document, ref);
    if (form !== undefined) owners.set(ref, form.dict);
  }
  return owners;
}

/** A form that content places, by the name it has there. */
export function formNamed(owner: ContentOwner, name: string): PDFRef | undefined {
  const ref = resourcesFor(owner)?.lookupMaybe(objects, PDFDict)?.get(PDFName.of(name));
  return ref instanceof PDFRef ? ref : undefined;
}

/** The forms that may be placed by what belongs to a page or to a form, each once. */
export function formsIn(document: PDFDocument, owner: ContentOwner): PDFRef[] {
  const named = resourcesFor(owner)?.lookupMaybe(objects, PDFDict)?.values() ?? [];
  const forms = named.filter((ref) => ref instanceof PDFRef && formAt(document, ref) !== undefined);
  return [...new Set(forms as PDFRef[])];
}

/** The form that a reference leads to; undefined where it leads to something else. */
export function formAt({ context }: PDFDocument, ref: PDFRef): PDFRawStream | undefined {
  const object = context.lookup(ref);
  const isForm = object instanceof PDFRawStream && object.dict.get(subtype) === form;
  return isForm ? object : undefined;
}

const objects = PDFName.of('XObject');
const subtype = PDFName.of('Subtype');
const form = PDFName.of('Form');
