import type { Bytes } from '../../book/bytes.ts';
import type { NoteCount } from '../../book/conservation.ts';
import type { TextLoss } from '../text/prove-text.ts';
import { lossesOfNotes } from '../text/text-losses.ts';
import type { ExpectedNote } from './expected-notes.ts';
import { linksByTarget, type PlacedLink } from './links-by-target.ts';
import { noteBands, type Band } from './note-bands.ts';
import { numbersByPage } from './numbers-by-page.ts';
import { numberFault } from './number-fault.ts';
import { openPdf, type PdfFile } from './pdf-file.ts';
import type { PdfLink } from './pdf-page.ts';
import { checkMarksInPdf } from './pdf-marks.ts';
import { lossFault, Losses, ownMark, type NoteProof } from './losses.ts';

/** What the check of one PDF works with. */
interface Print {
  readonly pdf: PdfFile;
  readonly bands: ReadonlyMap<string, Band>;
  readonly links: ReadonlyMap<string, ReadonlyArray<PlacedLink>>;
  /** Ids of what stands in notes. */
  readonly inNotes: ReadonlySet<string>;
  /** Characters no font has. */
  readonly missing: ReadonlySet<string>;
  /** What the notes lack of their text, by id. */
  readonly lost: ReadonlyMap<string, TextLoss>;
}

/**
 * What a PDF has of the notes: every one must be there once, complete and under its number, which
 * leads back to the first mark; every mark must show the number and lead to the note; and in the
 * note a link must lead back to each mark. What is not is told of as `note-lost`.
 *
 * @param bytes the finished file, with a named destination for every note and mark
 * @param wanted the notes of the manuscript
 * @param options.missing characters no font of the book has
 * @param options.losses what the file lacks of the text
 */
export function checkNotesInPdf(
  bytes: Bytes,
  wanted: ReadonlyArray<ExpectedNote>,
  {
    missing,
    losses: lost,
  }: { readonly missing: ReadonlySet<string>; readonly losses: ReadonlyArray<TextLoss> },
): NoteProof<NoteCount> {
  const losses = new Losses('PDF');
  const count = { notes: 0, citations: 0, backlinks: 0 };
  if (wanted.length === 0) return { count, messages: [] };
  const pdf = openPdf(bytes);
  const expected = numbersByPage(pdf, wanted);
  const bands = noteBands(pdf, expected);
  const links = linksByTarget(pdf, [...bands.values()]);
  const inNotes = new Set(expected.flatMap(({ inside }) => [...inside]));
  const print = { pdf, bands, links, inNotes, missing, lost: lossesOfNotes(lost) };
  for (const each of expected) {
    const faults = noteFaults(each, print);
    for (const fault of faults) losses.ofNote(each, fault);
    if (faults.length === 0) count.notes++;
    if (!bands.has(each.id)) continue;
    count.citations += checkMarksInPdf(pdf, each, missing, losses);
    count.backlinks += checkBackLinks(each, print, losses);
  }
  return { count, messages: losses.messages };
}

function noteFaults(expected: ExpectedNote, print: Print): string[] {
  const band = print.bands.get(expected.id);
  if (band === undefined) return ['is missing'];
  const { label } = band;
  const faults: string[] = [];
  const labels = (print.links.get(label?.link?.target ?? '') ?? []).filter(
    ({ text }) => text === label?.text,
  );
  if (labels.length > 1) faults.push(`is there ${labels.length} times`);
  const number = numberFault(label?.text ?? '', expected.number, print.missing);
  if (number !== undefined) faults.push(number);
  if (isElsewhere(expected, print)) faults.push('does not begin on the page of its mark');
  const lost = print.lost.get(expected.id);
  if (lost !== undefined) faults.push(lossFault(lost.loss));
  return faults;
}

/** Whether a note that belongs at the foot of its mark's page begins on another; a mark in a note may be before it. */
function isElsewhere({ id, atFoot, citations: [first] }: ExpectedNote, { pdf, inNotes }: Print): boolean {
  const note = pdf.destinations.get(id);
  const mark = pdf.destinations.get(first?.anchor ?? '');
  if (atFoot !== true || note === undefined || mark === undefined) return false;
  return inNotes.has(first?.anchor ?? '') ? note.page < mark.page : note.page !== mark.page;
}

/** The number of marks to which a link in the note leads back. */
function checkBackLinks(expected: ExpectedNote, { pdf, bands, links }: Print, losses: Losses): number {
  const band = bands.get(expected.id);
  let right = 0;
  for (const citation of expected.citations) {
    // A mark that is missing has been reported; nothing could lead back to it.
    if (band === undefined || !pdf.destinations.has(citation.anchor)) continue;
    const back = (links.get(citation.anchor) ?? []).some(({ page, link }) =>
      standsIn(band, page, middleOf(link)),
    );
    if (back) right++;
    else losses.ofNote(expected, `does not lead back to ${ownMark(expected, citation)}`);
  }
  return right;
}

/** The lower edge of large type may lie below the destination of what follows, which is half a line above it. */
function middleOf({ area: [, lower, , upper] }: PdfLink): number {
  return (lower + upper) / 2;
}

function standsIn({ start, end }: Band, page: number, y: number): boolean {
  if (page < start.page || page > end.page) return false;
  return (page !== start.page || y < start.y) && (page !== end.page || y >= end.y - 5);
}
