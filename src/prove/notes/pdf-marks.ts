import type { ExpectedCitation, ExpectedNote } from './expected-notes.ts';
import { numberText } from './letters.ts';
import { reach } from './note-bands.ts';
import { numberFault } from './number-fault.ts';
import type { PdfFile } from './pdf-file.ts';
import { textUnder, type PdfLink, type PdfPage } from './pdf-page.ts';
import type { Losses } from './losses.ts';

/**
 * The number of marks of a note that show its number and lead to it, each at its own destination.
 *
 * @param missing characters no font has
 * @param losses collects what is wrong with the others
 */
export function checkMarksInPdf(
  pdf: PdfFile,
  expected: ExpectedNote,
  missing: ReadonlySet<string>,
  losses: Losses,
): number {
  const taken = new Set<PdfLink>();
  let right = 0;
  for (const citation of expected.citations) {
    const fault = markFault(pdf, expected, citation, taken, missing);
    if (fault === undefined) right++;
    else losses.ofMark(expected, citation, fault);
  }
  return right;
}

function markFault(
  pdf: PdfFile,
  { id }: ExpectedNote,
  { anchor, number, namesPage }: ExpectedCitation,
  taken: Set<PdfLink>,
  missing: ReadonlySet<string>,
): string | undefined {
  const place = pdf.destinations.get(anchor);
  if (place === undefined) return 'is missing';
  const page = pdf.page(place.page);
  const links = page.links
    .filter((link) => link.target === id && !taken.has(link))
    .filter(({ area }) => Math.abs(area[3] - place.y) < reach)
    .toSorted((a, b) => Math.abs(a.area[3] - place.y) - Math.abs(b.area[3] - place.y));
  const [link] = links;
  if (link === undefined) return 'does not lead to the note';
  const wanted = numberText(number ?? '');
  if (namesPage === true) {
    const named = links.find((each) => numberText(textUnder(each, page.runs)).endsWith(wanted));
    if (named !== undefined) taken.add(named);
    return named === undefined ? `does not have the number ${number ?? ''}` : undefined;
  }
  const whole = links.find((each) => numberText(textUnder(each, page.runs)) === wanted);
  const parts = whole === undefined ? partsOf(link, links, page, wanted) : [whole];
  for (const part of parts) taken.add(part);
  return numberFault(parts.map((part) => textUnder(part, page.runs)).join(''), number, missing);
}

/** A mark over the end of a line has two links, of which the first may be any. */
function partsOf(link: PdfLink, links: ReadonlyArray<PdfLink>, page: PdfPage, wanted: string): PdfLink[] {
  for (const first of links) {
    for (const second of links) {
      const text = textUnder(first, page.runs) + textUnder(second, page.runs);
      if (first !== second && numberText(text) === wanted) return [first, second];
    }
  }
  return [link];
}
