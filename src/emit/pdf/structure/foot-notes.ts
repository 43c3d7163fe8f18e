import { PDFDict, PDFName, type PDFRef } from 'pdf-lib';
import { annotationsOf, kidsOf, roleKey, setKids, type StructureElement } from './elements.ts';
import { linkTarget } from './links.ts';
import { enclose } from './lists.ts';

/** What Chrome calls the boxes of notes at the foot of pages, and in them what goes on from the page before. */
export const boxRole = 'Art';

const parentKey = PDFName.of('P');

/** A note, the body of the list item it is in, and where it leads. */
export interface TaggedNote {
  readonly body: PDFRef;
  readonly ref: PDFRef;
  readonly destination: string;
}

/**
 * Puts notes at the foot of pages where they are read: behind their marks or the headings these are in, each
 * whole and with its number as a label (ISO 32000-1, 14.8.4.4.1). The boxes they stand in go.
 *
 * @param bodies of list items
 * @returns the notes by the bodies of the list items in which they go on
 */
export function placeFootNotes(
  elements: ReadonlyArray<StructureElement>,
  bodies: ReadonlyMap<PDFRef, PDFRef>,
  notes: ReadonlyArray<TaggedNote>,
): Map<PDFRef, PDFRef> {
  const continued = new Map<PDFRef, PDFRef>();
  const boxes = elements.filter(({ role, parent }) => role === boxRole && parent?.role !== boxRole);
  if (boxes.length === 0) return continued;
  const byBody = new Map(notes.map((note) => [note.body, note]));
  const standing: TaggedNote[] = [];
  for (const element of elements) {
    const body = bodies.get(element.ref);
    const box = body && element.parent?.parent;
    if (body === undefined || box?.role !== boxRole) continue;
    const note = byBody.get(body);
    const last = standing.at(-1);
    if (note !== undefined) standing.push(note);
    else if (last !== undefined) {
      continued.set(body, last.ref);
      moveContent(element.dict.context.lookup(body, PDFDict), last.ref);
    }
  }
  const marks = marksByTarget(elements);
  // The last first: those with marks in one heading follow each other.
  for (const { ref, destination } of standing.toReversed()) {
    const mark = marks.get(destination);
    if (mark === undefined) continue;
    labelNote(mark.dict.context.lookup(ref, PDFDict), ref);
    insertBehind(readBefore(mark), ref);
  }
  for (const { ref, parent } of boxes)
    if (parent !== undefined)
      setKids(
        parent.dict,
        kidsOf(parent.dict).filter((kid) => kid !== ref),
      );
  return continued;
}

/** The first link to each destination. */
function marksByTarget(elements: ReadonlyArray<StructureElement>): Map<string, StructureElement> {
  const marks = new Map<string, StructureElement>();
  for (const element of elements) {
    const [link] = annotationsOf(element.dict);
    const target = link === undefined ? '' : linkTarget(link);
    if (target !== '' && !marks.has(target)) marks.set(target, element);
  }
  return marks;
}

function moveContent(from: PDFDict, ref: PDFRef): void {
  const to = from.context.lookup(ref, PDFDict);
  const content = kidsOf(from);
  for (const kid of content) {
    const element = from.context.lookup(kid);
    if (element instanceof PDFDict && element.has(roleKey)) element.set(parentKey, ref);
  }
  setKids(to, [...kidsOf(to), ...content]);
  setKids(from, []);
}

/** What a note is read behind: its mark with what raises it, or the heading that holds it. */
function readBefore(mark: StructureElement): StructureElement {
  let found = mark.parent?.role === 'NonStruct' ? mark.parent : mark;
  for (let at = mark.parent; at !== undefined; at = at.parent) if (/^H\d?$/.test(at.role)) found = at;
  return found;
}

/** The content of list items and notes has got parents that Chrome does not know. */
function insertBehind({ ref: before, dict }: StructureElement, ref: PDFRef): void {
  const parent = dict.lookupMaybe(parentKey, PDFDict);
  const parentRef = dict.get(parentKey);
  if (parent === undefined || parentRef === undefined) return;
  const kids = kidsOf(parent);
  setKids(parent, kids.toSpliced(kids.indexOf(before) + 1, 0, ref));
  dict.context.lookup(ref, PDFDict).set(parentKey, parentRef);
}

/** Makes a label of the link that a note, or its first paragraph, begins with. */
function labelNote(note: PDFDict, ref: PDFRef): void {
  const { context } = note;
  const [first] = kidsOf(note);
  const element = context.lookup(first);
  if (!(element instanceof PDFDict)) return;
  const isLink = annotationsOf(element).length > 0;
  const [link, ...others] = isLink ? kidsOf(note) : kidsOf(element);
  const target = context.lookup(link);
  if (link === undefined || !(target instanceof PDFDict) || annotationsOf(target).length === 0) return;
  if (!isLink) setKids(element, others);
  const lbl = enclose({ ref, dict: note }, 'Lbl', [link]);
  setKids(note, [lbl, ...kidsOf(note).slice(isLink ? 1 : 0)]);
}
