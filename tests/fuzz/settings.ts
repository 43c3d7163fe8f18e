import fc, { type Arbitrary } from 'fast-check';

/** What a book may be set to, in what stands under `print:`. */
export const pages: Arbitrary<string> = fc
  .record({
    theme: fc.constantFrom('literary', 'modern', 'scholarly'),
    figures: fc.constantFrom('float', 'here'),
    openingStyle: fc.constantFrom('plain', 'dropcap', 'smallcaps'),
    trim: fc.constantFrom('trade', 'A6', 'A4', 'pocket', 'novella'),
    openings: fc.constantFrom('auto', 'right', 'any'),
    rest: sometimes(
      'fontSize: 9pt',
      'fontSize: 14pt',
      'fontSize: 10pt, lineHeight: 17pt',
      'largePrint: true',
      'halfTitle: true, pages: 16',
      'bleed: 3mm, marks: true',
      'margins: { inside: 30mm, outside: 12mm }',
    ),
  })
  .map(({ rest, ...keys }) =>
    [...Object.entries(keys).map((pair) => pair.join(': ')), ...(rest === '' ? [] : [rest])].join(', '),
  );

/** How the notes stand, in what stands under `notes:`. */
export const notesSettings: Arbitrary<string> = fc.constantFrom(
  'place: book',
  'place: chapter',
  'place: foot',
  'place: foot, short: beside',
  'place: foot, short: columns',
  'place: foot, form: run-in, continued: true, numbering: chapter',
  'place: foot, numbering: page',
  'place: book, numbering: book, marked: { place: foot }',
  'place: chapter, marked: { signs: letters, title: Remarks }',
);

/** Further keys, in lines of book.yaml. */
export const keys: Arbitrary<string> = sometimes(
  'lists: { figures: true, tables: true }',
  'toc: { depth: 3 }',
  'toc: { depth: 1 }',
  'subtitle: A subtitle\npublisher: { name: Nobody, place: Nowhere }\nedition: Second edition',
  'punctuation: { spaces: typed }',
);

/** What a chapter may say of itself, before its first line. */
export const frontMatter: Arbitrary<string> = fc
  .oneof(
    { weight: 8, arbitrary: fc.constant('') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'role: preface',
        'role: part',
        'role: appendix\nnumbered: true',
        'role: epilogue',
        'subtitle: A subtitle of a chapter\nauthor: Ada Byron',
        'numbered: false\ntoc: false',
        'language: en',
      ),
    },
  )
  .map((lines) => (lines === '' ? '' : `---\n${lines}\n---\n\n`));

function sometimes(...several: ReadonlyArray<string>): Arbitrary<string> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom(...several) },
  );
}
