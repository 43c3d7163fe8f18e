import type { ExpectedCitation, ExpectedNote } from './expected-notes.ts';
import type { PdfFile } from './pdf-file.ts';

/**
 * The notes with the numbers they must have in a PDF where they count anew on each page: the first of a page that of
 * the first of a section, and so on. Marks on other pages than their note end in its number.
 */
export function numbersByPage(pdf: PdfFile, expected: ReadonlyArray<ExpectedNote>): ExpectedNote[] {
  const names = new Map(expected.map(({ place, number }) => [place?.join(' '), number]));
  const counts = new Map<string, number>();
  const numbers = new Map<string, string | undefined>();
  const counted = expected
    .flatMap(({ id, place }) => {
      const at = pdf.destinations.get(id);
      return place === undefined || at === undefined ? [] : [{ id, place, page: at.page }];
    })
    .toSorted((a, b) => a.page - b.page || a.place[1] - b.place[1]);
  for (const {
    id,
    place: [series],
    page,
  } of counted) {
    const key = `${page} ${series}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    numbers.set(id, names.get(`${series} ${count}`));
  }
  return expected.map((each) => {
    const number = numbers.get(each.id);
    return number === undefined ? each : renumbered(each, number, pdf);
  });
}

function renumbered(note: ExpectedNote, number: string, { destinations }: PdfFile): ExpectedNote {
  const page = destinations.get(note.id)?.page;
  const citations = note.citations.map((citation): ExpectedCitation => ({
    ...citation,
    number,
    ...(destinations.get(citation.anchor)?.page !== page && { namesPage: true }),
  }));
  return { ...note, number, citations };
}
