import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { Separated } from './profile.ts';

/** Width and height in PDF points. */
export interface TrimSize {
  readonly width: number;
  readonly height: number;
}

/** In what an interior is printed. */
export type Ink = 'black' | 'colour';

/** A paper a printer has. Lengths in PDF points (1/72 in). */
export interface Paper {
  /** As book.yaml states it: `cream`. */
  readonly name: string;
  /** As messages and lists give it: `60 lb cream`. */
  readonly title: string;
  /** Of one page, which is half a leaf. */
  readonly pageThickness: number;
  /** The inks it can be printed in. */
  readonly inks: ReadonlyArray<Ink>;
  /** The conditions it is printed under, where they are not those of the printer's other papers. */
  readonly profile?: 'coated' | 'uncoated';
  /** How many pages a book on it can have, where that differs from the printer's limits. */
  readonly pages?: { readonly least?: number; readonly most?: number };
  /** The most pages of books of some sizes, where these are fewer. */
  readonly mostBySize: ReadonlyArray<{ readonly size: TrimSize; readonly most: number }>;
}

/** What the binding takes of the inside margin, up to a number of pages. */
export interface BindingClass {
  readonly pages: number;
  readonly margin: number;
}

/**
 * What a printer asks of the files books are printed from: data, read from
 * `templates/printers/<name>.yaml`. Lengths in PDF points.
 */
export interface Printer {
  /** As book.yaml states it: `kdp`. */
  readonly name: string;
  readonly title: string;
  /** Where the figures were read. */
  readonly sources: ReadonlyArray<{ readonly title: string; readonly url: string; readonly date?: string }>;
  /** The day on which the figures were last compared with their sources; absent where they have none. */
  readonly checked?: string;
  /** Keys of the data file whose figures no source confirms. */
  readonly unconfirmed: ReadonlyArray<string>;
  /** The sizes it trims books to; empty where any size between `trimLimits` will do. */
  readonly trims: ReadonlyArray<TrimSize>;
  readonly trimLimits?: { readonly least: TrimSize; readonly most: TrimSize };
  readonly bleed: {
    /** What pictures that run off the page must have; 0 where it takes none. */
    readonly amount: number;
    /** Whether the inside edge has it as well. */
    readonly sides: 'all' | 'outside';
    /** Whether files must have it even where nothing runs off the page. */
    readonly required: boolean;
  };
  readonly margins: {
    /** The least inside margin by number of pages, ascending; the last class holds for all above it. */
    readonly inside: ReadonlyArray<BindingClass>;
    /** The least outer, upper and lower margin, */
    readonly outside: number;
    /** and where the pages have bleed, if more is asked for then. */
    readonly outsideWithBleed?: number;
  };
  readonly pages: { readonly least: number; readonly most: number; readonly multiple: number };
  /** The first is the default. */
  readonly papers: readonly [Paper, ...Paper[]];
  /** Whether book.yaml may state any other by grammage and volume, as `90g 1.75`. */
  readonly anyPaper: boolean;
  readonly spine: {
    /** Added to the thickness of the pages: the cover itself. */
    readonly extra: number;
    /** Thinner books have no words on the spine. */
    readonly textFromPages: number;
    /** What stays free of words beside each fold. */
    readonly textMargin: number;
  };
  readonly cover: {
    /** Whether the size of a cover is what the printer's own template says, and ours an estimate. */
    readonly template: boolean;
    readonly bleed: number;
    /** What stays free of words beside each trimmed edge. */
    readonly safety: number;
    /** Whether the printer puts the barcode on itself if there is none. */
    readonly addsBarcode: boolean;
  };
  /** Percent: the sum of the four inks at any place. */
  readonly mostInk: number;
  /** Pixels an inch at the printed size: below `least` an image is refused, below `wanted` it looks poor. */
  readonly resolution: { readonly least: number; readonly wanted: number };
  /** Whether crop marks may stand around the pages. */
  readonly marks: 'none' | 'allowed' | 'wanted';
  /** Whether colours and images may let shine through what lies beneath them. */
  readonly transparency: 'none' | 'allowed';
  /** The conditions of the press. */
  readonly profile: 'coated' | 'uncoated';
  /** The PDF standards it names, the preferred one first; empty where any PDF will do. */
  readonly standards: ReadonlyArray<string>;
  /** How it wants its files named; `{isbn}` and `{slug}` are filled in. */
  readonly fileNames: { readonly interior: string; readonly cover: string };
}

/**
 * What files a printer takes that knows none but older standards than PDF/X-4: in its inks alone.
 *
 * @returns undefined where it takes PDF/X-4 or any PDF
 */
export function separatedFor({ standards, mostInk }: Printer): Separated | undefined {
  const standard = standards.find((name) => name === 'PDF/X-1a:2001' || name === 'PDF/X-3:2002');
  const isModern = standards.some((name) => name.startsWith('PDF/X-4'));
  return standard === undefined || isModern ? undefined : { standard, mostInk };
}

/** The keys of `print` that a printer has a say in. */
export const printingKeys = [
  'printer',
  'trim',
  'bleed',
  'margins.inside',
  'margins.outside',
  'margins.top',
  'margins.bottom',
  'gutter',
  'pages',
  'paper',
  'ink',
  'marks',
] as const;
export type PrintingKey = (typeof printingKeys)[number];

/** The printer and the paper of a book, and where book.yaml speaks of them. */
export interface Printing {
  readonly printer: Printer;
  readonly paper: Paper;
  /** Whether the book names its printer; otherwise it is any that prints offset, and nothing is judged. */
  readonly chosen: boolean;
  /** book.yaml, which collects the messages. */
  readonly file: VFile;
  /** Where each key has its value; what is not stated stands where the printer does. */
  readonly places: Readonly<Record<PrintingKey, Point>>;
}

/**
 * What the binding takes of the inside margin, in PDF points.
 *
 * @param classes by number of pages, ascending; the last one holds for all above it
 * @param pages how many are bound
 */
export function innerMargin(classes: ReadonlyArray<BindingClass>, pages: number): number {
  return (classes.find((limit) => pages <= limit.pages) ?? classes.at(-1))?.margin ?? 0;
}

/**
 * What a printer keeps free of print along the outer, upper and lower edge of a page, in PDF points.
 *
 * @param bleed of the page
 */
export function outerMargin({ margins }: Printer, bleed: number): number {
  return (bleed > 0 ? margins.outsideWithBleed : undefined) ?? margins.outside;
}
