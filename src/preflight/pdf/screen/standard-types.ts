/** The standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
export const standardTypes: ReadonlySet<string> = new Set(
  [
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private',
    'P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot',
    'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP',
    'Figure Formula Form',
  ].flatMap((line) => line.split(' ')),
);

/** Headings with a level; PDF/UA-1 goes on after H6 (ISO 14289-1, 7.4.3). */
export function headingLevel(type: string): number | undefined {
  const level = /^H([1-9]\d?)$/.exec(type)?.[1];
  return level === undefined ? undefined : Number(level);
}
