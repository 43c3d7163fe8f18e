import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, type PDFDocument, type PDFPage } from 'pdf-lib';
import { kidsOf, setKids, structureRoot } from './elements.ts';

const pageKey = PDFName.of('Pg');
const numberKey = PDFName.of('MCID');
const parentKey = PDFName.of('P');
const parentsKey = PDFName.of('StructParents');

/** Marked content of a page. */
interface Place {
  /** Index of the page. */
  readonly page: number;
  readonly number: number;
}

/**
 * Brings texts that were taken from the spare pages for places in the book to these places in the structure,
 * each behind what is painted before it, and takes what else stands on those pages out of it. Chrome builds
 * the structure before the page takes the texts (`in-page/blocks/spare-pages.ts`).
 *
 * @param count of the pages of the book; behind them comes the store of texts
 */
export function returnSpareTexts(document: PDFDocument, count: number): void {
  const root = structureRoot(document);
  const book = root && lastKid(root);
  const storeRef = book && elementsIn(book).at(-1);
  const store = book && storeRef && book.context.lookupMaybe(storeRef, PDFDict);
  if (root === undefined || book === undefined || store === undefined || storeRef === undefined) return;
  const pages = document.getPages();
  const owners = takeOwners(root, pages, count);
  const indexOf = new Map(pages.map(({ ref }, index) => [ref, index]));
  const texts = elementsIn(store).map((ref) => {
    const dict = document.context.lookup(ref, PDFDict);
    return { ref, dict, place: placeOf(dict, indexOf) };
  });
  if (!texts.some(({ place }) => place !== undefined && place.page >= count)) return;
  setKids(
    book,
    kidsOf(book).filter((kid) => kid !== storeRef),
  );
  document.context.delete(storeRef);
  for (const { ref, dict, place } of texts.toSorted(inOrder)) {
    const before = place && place.page < count ? ownerBefore(owners, place) : undefined;
    if (before === undefined) document.context.delete(ref);
    else insertBehind(before, ref, dict);
  }
}

function lastKid(parent: PDFDict): PDFDict | undefined {
  const kid = elementsIn(parent).at(-1);
  return kid && parent.context.lookupMaybe(kid, PDFDict);
}

function elementsIn(parent: PDFDict): PDFRef[] {
  return kidsOf(parent).filter((kid) => kid instanceof PDFRef);
}

/**
 * The elements that own the marked content of each page of the book, by its number (the parent tree,
 * ISO 32000-1, 14.7.4.4). What is there for other pages is taken out.
 */
function takeOwners(root: PDFDict, pages: ReadonlyArray<PDFPage>, count: number): PDFArray[] {
  const entries = root
    .lookupMaybe(PDFName.of('ParentTree'), PDFDict)
    ?.lookupMaybe(PDFName.of('Nums'), PDFArray);
  const indexByKey = new Map(
    pages.map(({ node }, index) => [node.lookupMaybe(parentsKey, PDFNumber)?.asNumber(), index]),
  );
  const owners: PDFArray[] = [];
  if (entries === undefined) return owners;
  for (let at = entries.size() - 2; at >= 0; at -= 2) {
    const index = indexByKey.get(entries.lookup(at, PDFNumber).asNumber()) ?? -1;
    const owned = entries.lookup(at + 1);
    if (index >= count) [1, 0].forEach((offset) => entries.remove(at + offset));
    else if (index >= 0 && owned instanceof PDFArray) owners[index] = owned;
  }
  return owners;
}

/** Where an element's own content begins. */
function placeOf(element: PDFDict, indexOf: ReadonlyMap<unknown, number>): Place | undefined {
  const places = kidsOf(element).flatMap((kid): Place[] => {
    const number = kid instanceof PDFDict ? kid.get(numberKey) : kid;
    const page = indexOf.get(kid instanceof PDFDict ? kid.get(pageKey) : element.get(pageKey));
    return number instanceof PDFNumber && page !== undefined ? [{ page, number: number.asNumber() }] : [];
  });
  return places.toSorted(comparePlaces)[0];
}

function comparePlaces(a: Place, b: Place): number {
  return a.page - b.page || a.number - b.number;
}

function inOrder(
  a: { readonly place?: Place | undefined },
  b: { readonly place?: Place | undefined },
): number {
  return a.place && b.place ? comparePlaces(a.place, b.place) : 0;
}

/** The element whose content is painted before, on the page or on one before it. */
function ownerBefore(owners: ReadonlyArray<PDFArray>, { page, number }: Place): PDFRef | undefined {
  let last = number;
  for (let at = page; at >= 0; at--) {
    const owned = owners[at];
    for (let before = last - 1; before >= 0; before--) {
      const owner = owned?.get(before);
      if (owner instanceof PDFRef) return owner;
    }
    last = owners[at - 1]?.size() ?? 0;
  }
  return undefined;
}

function insertBehind(before: PDFRef, ref: PDFRef, element: PDFDict): void {
  const { context } = element;
  const parentRef = context.lookup(before, PDFDict).get(parentKey);
  if (!(parentRef instanceof PDFRef)) return;
  const parent = context.lookup(parentRef, PDFDict);
  const kids = kidsOf(parent);
  setKids(parent, kids.toSpliced(kids.indexOf(before) + 1, 0, ref));
  element.set(parentKey, parentRef);
}
