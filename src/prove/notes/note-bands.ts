import type { ExpectedNote } from './expected-notes.ts';
import { numberText } from './letters.ts';
import { textUnder, type PdfLink } from './pdf-page.ts';
import type { Place } from '../../pdf/file/destinations.ts';
import type { PdfFile } from './pdf-file.ts';

/** The number at the head of a note. */
export interface Label {
  /** Where it leads to the first mark. */
  readonly link?: PdfLink;
  readonly text: string;
}

/** Where a note stands: from one height on a page down to another on the same or a later page. */
export interface Band {
  readonly start: Place;
  readonly end: Place;
  readonly label: Label | undefined;
}

/**
 * Where each note that has a destination stands in the PDF: from its number to the number of the
 * note that follows, or to what else follows.
 *
 * @param expected the notes of the manuscript
 * @returns by note id
 */
export function noteBands(pdf: PdfFile, expected: ReadonlyArray<ExpectedNote>): Map<string, Band> {
  const inside = new Set(expected.flatMap((each) => [...each.inside]));
  // Ids with three hyphens are the author's own, and may stand in a note.
  const isBetween = (id: string): boolean => !(inside.has(id) || id.includes('---'));
  const feet = expected.filter(({ atFoot }) => atFoot);
  const others = expected.filter(({ atFoot }) => !atFoot);
  // A note at the foot of a page may go on at the foot of the next.
  return new Map([...bandsOf(pdf, others, isBetween), ...bandsOf(pdf, feet, () => false)]);
}

/** @param isBetween whether what an id belongs to stands between notes */
function bandsOf(
  pdf: PdfFile,
  expected: ReadonlyArray<ExpectedNote>,
  isBetween: (id: string) => boolean,
): Map<string, Band> {
  const notes = new Map(expected.map((each) => [each.id, each]));
  const places = [...pdf.destinations]
    .filter(([id]) => notes.has(id) || isBetween(id))
    .toSorted(([, a], [, b]) => a.page - b.page || b.y - a.y);
  const bands = new Map<string, Band>();
  let end: Place = { page: pdf.pages - 1, y: -Infinity };
  let following: { readonly place: Place; readonly edge: Place } | undefined;
  for (const [id, place] of places.toReversed()) {
    // Destinations at one height are those of an element and of what it begins with.
    const below = following && (following.place.page !== place.page || following.place.y < place.y - 1);
    if (following !== undefined && below === true) end = following.edge;
    const note = notes.get(id);
    const head = note && headOf(pdf, note, place);
    const edge = { page: place.page, y: head?.top ?? place.y - clearance };
    if (head !== undefined) bands.set(id, { start: edge, end, label: head.label });
    following = { place, edge };
  }
  return bands;
}

/** A destination lies half a line above its element: by so much its line is surely lower, in points. */
const clearance = 5;

/** The number of a note, and the height under which its text begins. */
function headOf(
  pdf: PdfFile,
  { number, citations: [first] }: ExpectedNote,
  { page, y }: Place,
): { label: Label | undefined; top: number } {
  const { links, runs } = pdf.page(page);
  const isNear = (height: number): boolean => height < y + 2 && height > y - reach;
  const near = links.filter(({ target, area }) => target === first?.anchor && isNear(area[3]));
  // Links back from the end of the note may stand below the number, or beside it with their arrows.
  const top = Math.max(...near.map(({ area }) => area[3]));
  const line = near.filter(({ area }) => area[3] > top - 3).toSorted((a, b) => a.area[0] - b.area[0]);
  const link = line.find((each) => !/\p{S}/u.test(textUnder(each, runs))) ?? line[0];
  const wanted = numberText(number ?? '');
  const run = runs.find((each) =>
    link === undefined ? isNear(each.y) && numberText(each.text) === wanted : textUnder(link, [each]) !== '',
  );
  const text = link === undefined ? run?.text : textUnder(link, runs);
  return {
    label: text === undefined ? undefined : { text, ...(link && { link }) },
    top: run === undefined ? y - clearance : run.y + run.size * 0.6,
  };
}

/** How far below its destination an element can be, in points. */
export const reach = 40;
