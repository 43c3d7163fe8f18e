import type { Metadata } from '../../book/metadata.ts';

/** What is known of a book besides its metadata, as far as it is known yet. */
export interface KnownOfBook {
  readonly pages?: number | undefined;
  readonly words?: number | undefined;
  readonly notes?: number | undefined;
  readonly images?: number | undefined;
  readonly sections?: number | undefined;
  /** How its text is set, in points. */
  readonly type?: { readonly fontSize: number; readonly lineHeight: number } | undefined;
  /** The printing house, and the paper. */
  readonly printing?: { readonly printer: string; readonly paper: string } | undefined;
  /** Of the printed book in points, where it has a printer. */
  readonly spine?: number | undefined;
  /** Names of the files. */
  readonly fonts?: ReadonlyArray<string> | undefined;
}

/** What there is to count and to know of a book at a glance: as its report and its preview show it. */
export function bookFacts(
  metadata: Metadata,
  known: KnownOfBook,
): ReadonlyArray<readonly [name: string, value: string]> {
  const { print, identifiers } = metadata;
  const { type, printing, spine, fonts } = known;
  const facts: ReadonlyArray<readonly [name: string, value: string | undefined]> = [
    ['Pages', counted(known.pages)],
    ['Words', counted(known.words)],
    ['Notes', counted(known.notes)],
    ['Images', counted(known.images)],
    ['Sections', counted(known.sections)],
    ['Language', metadata.language],
    ['Published', metadata.date],
    ['Edition', metadata.edition],
    ['Last change', metadata.modified.slice(0, 10)],
    ['ISBN, epub', identifiers.epub],
    ['ISBN, print', identifiers.print],
    ['ISBN, pdf', identifiers.pdf],
    ['DOI', identifiers.doi],
    ['Page', `${millimetres(print.trim.width)} × ${millimetres(print.trim.height)} mm`],
    ['Type', type && `${fixed(type.fontSize)} / ${fixed(type.lineHeight)} pt`],
    ['Theme', print.theme],
    ['Printer', printing?.printer],
    ['Paper', printing?.paper],
    ['Spine', spine === undefined ? undefined : `${millimetres(spine)} mm`],
    ['Fonts', fonts?.map(legibleFont).join(', ')],
  ];
  return facts.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value] as const],
  );
}

/** "EBGaramond_700Bold_Italic.ttf" is "EB Garamond Bold Italic". */
function legibleFont(file: string): string {
  return file
    .replace(/\.\w+$/, '')
    .replaceAll(/_\d*/g, ' ')
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ');
}

function counted(value: number | undefined): string | undefined {
  return value?.toLocaleString('en');
}

function millimetres(points: number): string {
  return fixed((points * 25.4) / 72);
}

function fixed(value: number): string {
  return String(Number(value.toFixed(1)));
}
