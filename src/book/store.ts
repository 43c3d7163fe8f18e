import type { Point } from 'unist';

/** How grave it is for a store that a book is not what it asks for: it refuses the book, or sells a poorer one. */
export interface Demand {
  readonly severity: 'error' | 'warning';
  /** The source that says so, by its name in `sources`. */
  readonly source: string;
}

/** A figure that may not be less than one, more than another, or either. */
export interface Range extends Demand {
  readonly least?: number;
  readonly most?: number;
}

/** The media types that are taken; all others are not. */
export interface Types extends Demand {
  readonly only: ReadonlyArray<string>;
}

/** What stores ask of the cover: pixels of its sides, their ratio (height to width), bytes. */
interface CoverDemands {
  /** That there is one. */
  readonly cover: Demand;
  readonly coverShorterSide: Range;
  readonly coverLongerSide: Range;
  readonly coverRatio: Range;
  readonly coverBytes: Range;
  readonly coverTypes: Types;
}

/** What stores ask of files in the container: pictures, fonts, what plays, sizes, names. */
interface FileDemands {
  /** Width times height of each picture. */
  readonly imagePixels: Range;
  /** The longer side of each picture. */
  readonly imageSide: Range;
  readonly imageBytes: Range;
  readonly imageTypes: Types;
  readonly fontTypes: Types;
  /** That nothing plays: no audio and video. */
  readonly media: Demand;
  readonly epubBytes: Range;
  /** Of each content document. */
  readonly textBytes: Range;
  /** That names are ASCII letters, digits and a few signs, without blanks. */
  readonly fileNames: Demand;
  /** That no file is locked by a key that only its owner has. */
  readonly encryption: Demand;
  /** That fonts are not obfuscated. */
  readonly obfuscation: Demand;
}

/** What stores ask of the content documents. */
interface TextDemands {
  /** That nothing is loaded from the network. */
  readonly remote: Demand;
  readonly scripts: Demand;
  readonly forms: Demand;
  /** That formulas have a picture or words beside their MathML. */
  readonly math: Demand;
  /** That nothing depends on epub:switch and epub:trigger, which EPUB 3.3 has given up. */
  readonly switches: Demand;
}

/** What stores ask of the package document and of the ways through the book. */
interface PackageDemands {
  /** That there is a table of contents for machines, the navigation document or an NCX. */
  readonly contents: Demand;
  readonly ncx: Demand;
  /** That marked pages are listed, so that readers can go to them. */
  readonly pageList: Demand;
  /** That the text flows. */
  readonly reflowable: Demand;
  /** That no recorded voice follows the text. */
  readonly overlays: Demand;
  readonly title: Demand;
  readonly language: Demand;
  readonly identifier: Demand;
  /** That one identifier is an ISBN. */
  readonly isbn: Demand;
  readonly creator: Demand;
  /** Characters. */
  readonly description: Range;
}

/** Everything that a store can ask for; what it does not ask for is absent. */
export type Demands = CoverDemands & FileDemands & TextDemands & PackageDemands;
export type DemandName = keyof Demands;

/** What a store asks of EPUBs: data, read from `templates/stores/<name>.yaml`. */
export interface Store {
  /** As book.yaml states it: `kobo`. */
  readonly name: string;
  readonly title: string;
  /** Where it says so, by a short name, and when that was written or read. */
  readonly sources: Readonly<
    Record<string, { readonly title: string; readonly url: string; readonly date: string }>
  >;
  /** Demands that others have found, or whose figures are customary: no source of the store confirms them. */
  readonly unconfirmed: ReadonlyArray<DemandName>;
  readonly demands: Readonly<Partial<Demands>>;
}

/** The stores that a book names, of which there may be none. */
export interface Selling extends SellingPlaces {
  readonly stores: ReadonlyArray<Store>;
}

/** Where a book.yaml speaks of what stores ask for. */
export interface SellingPlaces {
  /** Its path in the manuscript folder. */
  readonly file: string;
  readonly places: {
    readonly store: Point;
    /** What is not stated has the place of the store. */
    readonly cover: Point;
    readonly description: Point;
    readonly isbn: Point;
  };
}

/** Most bytes of a content document that every one of some stores takes; undefined where none has a limit. */
export function mostTextBytes(stores: ReadonlyArray<Store>): number | undefined {
  const limits = stores.flatMap(({ demands }) => demands.textBytes?.most ?? []);
  return limits.length === 0 ? undefined : Math.min(...limits);
}
