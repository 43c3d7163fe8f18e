import type { Band } from './note-bands.ts';
import type { PdfFile } from './pdf-file.ts';
import { textUnder, type PdfLink } from './pdf-page.ts';

/** A link on its page, with the text it covers. */
export interface PlacedLink {
  readonly page: number;
  readonly link: PdfLink;
  readonly text: string;
}

/** The links on the pages that notes stand on, by the destination they lead to. */
export function linksByTarget(pdf: PdfFile, bands: ReadonlyArray<Band>): Map<string, PlacedLink[]> {
  const pages = new Set<number>();
  for (const { start, end } of bands) for (let page = start.page; page <= end.page; page++) pages.add(page);
  const links = new Map<string, PlacedLink[]>();
  for (const index of [...pages].toSorted((a, b) => a - b)) {
    const { links: here, runs } = pdf.page(index);
    for (const link of here) {
      const placed = { page: index, link, text: textUnder(link, runs) };
      const known = links.get(link.target);
      if (known === undefined) links.set(link.target, [placed]);
      else known.push(placed);
    }
  }
  return links;
}
