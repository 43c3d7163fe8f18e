import { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber, PDFRef, type PDFDocument } from 'pdf-lib';
import { greatest } from '../../../book/long-lists.ts';
import { Operations } from '../../../pdf/content/operations.ts';
import { formAt, formsIn } from '../content/content-owners.ts';
import { numberOfTag } from '../content/mark-artifacts.ts';
import { unpacked } from '../content/rewrite-streams.ts';
import { elementsOf, kidsOf, setKids, structureRoot } from './elements.ts';
import { parentEntries } from './parent-tree.ts';

const pageKey = PDFName.of('Pg');
const numberKey = PDFName.of('MCID');
const parentsKey = PDFName.of('StructParents');
const nextKey = PDFName.of('ParentTreeNextKey');

/** The forms in which marked content of a page stands, by its number. */
type FormsByNumber = Map<number, PDFRef>;

/**
 * Brings marked content in forms into the structure (ISO 32000-1, 14.7.4.2 and 14.7.4.4). What lets shine through
 * what lies beneath it, or mixes with it, Chrome paints as a form; the marked content in it Chrome counts with
 * that of the page, as if it stood there.
 *
 * @returns the forms that hold tags, be it in forms of their own
 */
export function claimForms(document: PDFDocument): ReadonlySet<PDFRef> {
  const tagged = new Set<PDFRef>();
  const root = structureRoot(document);
  const entries = root && parentEntries(root);
  if (root === undefined || entries === undefined) return tagged;
  const moved = new Map<PDFRef, FormsByNumber>();
  for (const { node, ref } of document.getPages()) {
    const found: FormsByNumber = new Map();
    for (const form of formsIn(document, node)) findTags(document, form, tagged, found);
    const owners = ownersAt(entries, node);
    if (found.size === 0 || owners === undefined) continue;
    addEntries(document, entries, owners, found);
    moved.set(ref, found);
  }
  if (moved.size === 0) return tagged;
  root.set(nextKey, PDFNumber.of(nextNumber(entries)));
  for (const { dict } of elementsOf(document.context, root)) nameStreams(dict, moved);
  return tagged;
}

/**
 * Notes in which form each piece of marked content stands.
 *
 * @returns whether the form, or one in it, holds any
 */
function findTags(document: PDFDocument, ref: PDFRef, tagged: Set<PDFRef>, found: FormsByNumber): boolean {
  if (tagged.has(ref)) return true;
  const form = formAt(document, ref);
  if (form === undefined) return false;
  const numbers = tagsIn(unpacked(form));
  for (const number of numbers) if (!found.has(number)) found.set(number, ref);
  const inner = formsIn(document, form.dict).map((each) => findTags(document, each, tagged, found));
  const holds = numbers.length > 0 || inner.includes(true);
  if (holds) tagged.add(ref);
  return holds;
}

function tagsIn(content: Uint8Array | undefined): number[] {
  const numbers: number[] = [];
  if (
    content === undefined ||
    !Buffer.from(content.buffer, content.byteOffset, content.length).includes('/MCID')
  )
    return numbers;
  const operations = new Operations(content);
  while (operations.next()) {
    const number = operations.operator === 'BDC' ? numberOfTag(operations) : undefined;
    if (number !== undefined) numbers.push(number);
  }
  return numbers;
}

function ownersAt(entries: PDFArray, page: PDFDict): PDFArray | undefined {
  const key = page.lookupMaybe(parentsKey, PDFNumber)?.asNumber();
  for (let index = 0; index + 1 < entries.size(); index += 2)
    if (entries.lookup(index, PDFNumber).asNumber() === key) return entries.lookupMaybe(index + 1, PDFArray);
  return undefined;
}

/**
 * Gives each form an entry of its own in the parent tree, with what the page has there for its content. The page
 * keeps it: viewers that do not look into forms, such as pdf.js, find the elements of a page there.
 */
function addEntries(document: PDFDocument, entries: PDFArray, owners: PDFArray, found: FormsByNumber): void {
  for (const ref of new Set(found.values())) {
    const own = [...found].filter(([, form]) => form === ref).map(([number]) => number);
    const list = document.context.obj(Array.from({ length: greatest(own) + 1 }, () => PDFNull));
    for (const number of own) if (number < owners.size()) list.set(number, owners.get(number));
    const key = PDFNumber.of(nextNumber(entries));
    formAt(document, ref)?.dict.set(parentsKey, key);
    entries.push(key);
    entries.push(document.context.register(list));
  }
}

/** A number tree counts upwards. */
function nextNumber(entries: PDFArray): number {
  return entries.size() < 2 ? 0 : entries.lookup(entries.size() - 2, PDFNumber).asNumber() + 1;
}

/** Says of the marked content of an element in which form it stands. */
function nameStreams(element: PDFDict, moved: ReadonlyMap<PDFRef, FormsByNumber>): void {
  const kids = kidsOf(element);
  const named = kids.map((kid) => {
    const number = kid instanceof PDFDict ? kid.get(numberKey) : kid;
    const page = (kid instanceof PDFDict ? kid.get(pageKey) : undefined) ?? element.get(pageKey);
    if (!(number instanceof PDFNumber) || !(page instanceof PDFRef)) return kid;
    const form = moved.get(page)?.get(number.asNumber());
    return form === undefined ? kid : element.context.obj({ Type: 'MCR', Pg: page, Stm: form, MCID: number });
  });
  if (named.some((kid, index) => kid !== kids[index])) setKids(element, named);
}
