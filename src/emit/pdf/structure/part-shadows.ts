import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFPageLeaf,
  PDFRef,
  type PDFDocument,
  type PDFObject,
} from 'pdf-lib';
import { ownersOf, type ContentOwner } from '../content/content-owners.ts';
import { muteShadows, type Divide } from '../content/mute-shadows.ts';
import { rewriteStreams } from '../content/rewrite-streams.ts';
import { kidsOf, setKids, structureRoot } from './elements.ts';
import { parentEntries } from './parent-tree.ts';

const pageKey = PDFName.of('Pg');
const numberKey = PDFName.of('MCID');
const streamKey = PDFName.of('Stm');
const parentsKey = PDFName.of('StructParents');

/**
 * Takes shadows of text out of the structure: what they stand between becomes marked content of its own, each part
 * with a number (ISO 32000-1, 14.7.4.2).
 *
 * @param forms those that hold tags
 */
export async function partShadows(document: PDFDocument, forms: ReadonlySet<PDFRef>): Promise<void> {
  const root = structureRoot(document);
  const entries = root && parentEntries(root);
  if (entries === undefined) return;
  const parents = parentsByNumber(entries);
  const owners = ownersOf(document, forms);
  const dividers = new Map<ContentOwner, Divide>();
  await rewriteStreams(document.context, owners.keys(), (content, ref) => {
    const owner = owners.get(ref);
    if (owner === undefined) return content;
    const divide = dividers.get(owner) ?? dividerOf(owner, parents);
    dividers.set(owner, divide);
    return muteShadows(content, divide);
  });
}

/** Who owns marked content, by the number of its page or form in the parent tree. */
type Parents = ReadonlyMap<number, PDFArray>;

function parentsByNumber(entries: PDFArray): Parents {
  const parents = new Map<number, PDFArray>();
  for (let index = 0; index + 1 < entries.size(); index += 2) {
    const list = entries.lookup(index + 1);
    if (list instanceof PDFArray) parents.set(entries.lookup(index, PDFNumber).asNumber(), list);
  }
  return parents;
}

function parentsOf(owner: ContentOwner | undefined, parents: Parents): PDFArray | undefined {
  return parents.get(owner?.lookupMaybe(parentsKey, PDFNumber)?.asNumber() ?? -1);
}

/** Gives parts of the marked content of a page or a form numbers, and these to the elements. */
function dividerOf(owner: ContentOwner, parents: Parents): Divide {
  const latest = new Map<number, number>();
  const own = parentsOf(owner, parents);
  return (number) => {
    const before = latest.get(number) ?? number;
    const ref = own?.get(number);
    const element = ref instanceof PDFRef ? owner.context.lookupMaybe(ref, PDFDict) : undefined;
    const kids = element === undefined ? [] : kidsOf(element);
    const at = kids.findIndex((kid) => isContent(kid, before, owner, element));
    const kid = kids[at];
    if (own === undefined || ref === undefined || element === undefined || kid === undefined) return before;
    const page = owner instanceof PDFPageLeaf ? owner : pageOf(kid);
    const lists = new Set([own, parentsOf(page, parents) ?? own]);
    const next = Math.max(...[...lists].map((list) => list.size()));
    for (const list of lists) {
      while (list.size() < next) list.push(PDFNull);
      list.push(ref);
    }
    setKids(element, kids.toSpliced(at + 1, 0, withNumber(kid, next)));
    latest.set(number, next);
    return next;
  };
}

function isContent(kid: unknown, number: number, owner: ContentOwner, element: PDFDict | undefined): boolean {
  const found = kid instanceof PDFDict ? kid.get(numberKey) : kid;
  if (!(found instanceof PDFNumber) || found.asNumber() !== number) return false;
  const stream = kid instanceof PDFDict ? kid.lookup(streamKey) : undefined;
  if (stream !== undefined) return (stream as { readonly dict?: PDFDict }).dict === owner;
  return (
    pageOf(kid) === owner ||
    (!(kid instanceof PDFDict && kid.has(pageKey)) && element?.lookup(pageKey) === owner)
  );
}

function pageOf(kid: unknown): PDFDict | undefined {
  return kid instanceof PDFDict ? kid.lookupMaybe(pageKey, PDFDict) : undefined;
}

function withNumber(kid: PDFObject, number: number): PDFNumber | PDFDict {
  if (!(kid instanceof PDFDict)) return PDFNumber.of(number);
  const copy = kid.clone();
  copy.set(numberKey, PDFNumber.of(number));
  return copy;
}
