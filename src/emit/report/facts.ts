import type { Element } from 'hast';
import type { ReportedRelease } from './reported-release.ts';
import { definitions, number, section } from './section.ts';

/** What there is to count and to know of a book at a glance. */
export function factsSection({ metadata, pages, images, contents, fonts, spine }: ReportedRelease): Element {
  const sum = (what: 'words' | 'notes'): number => contents.reduce((all, each) => all + each[what], 0);
  const { print, identifiers } = metadata;
  const isbns = (['epub', 'print', 'pdf'] as const).flatMap((product) => {
    const isbn = identifiers[product];
    return isbn === undefined ? [] : [[`ISBN, ${product}`, isbn] as const];
  });
  return section('facts', 'Facts', [
    definitions([
      ...(pages === undefined ? [] : [['Pages', number(pages)] as const]),
      ['Words', number(sum('words'))],
      ['Notes', number(sum('notes'))],
      ['Images', number(images)],
      ['Sections', number(contents.length)],
      ['Language', metadata.language],
      ...(metadata.date === undefined ? [] : [['Published', metadata.date] as const]),
      ...(metadata.edition === undefined ? [] : [['Edition', metadata.edition] as const]),
      ['Last change', metadata.modified.slice(0, 10)],
      ...isbns,
      ...(metadata.identifiers.doi === undefined ? [] : [['DOI', metadata.identifiers.doi] as const]),
      ['Page', `${millimetres(print.trim.width)} × ${millimetres(print.trim.height)} mm`],
      ['Theme', print.theme],
      ...(print.printer === undefined ? [] : [['Printer', print.printer] as const]),
      ...(spine === undefined ? [] : [['Spine', `${millimetres(spine)} mm`] as const]),
      ['Fonts', fonts.map((name) => name.replace(/\.\w+$/, '').replaceAll('_', ' ')).join(', ')],
    ]),
  ]);
}

function millimetres(points: number): string {
  return String(Number(((points * 25.4) / 72).toFixed(1)));
}
