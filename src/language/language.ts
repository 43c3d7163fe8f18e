import type { Labels } from '../book/labels.ts';

/**
 * What is known of one language: the content of `templates/languages/<language>.json`. Null is a gap,
 * for which `fallback.ts` stands in; an empty list or `false` says that the language has no such thing.
 */
export interface Language {
  /** The pairs set for straight quotes. */
  readonly quotationMarks: QuotationMarks | null;
  /** Words that begin with an apostrophe, as they stand after it: `tis`, `em`. */
  readonly elisions: ReadonlyArray<string> | null;
  readonly spaces: Spaces | null;
  readonly separators: Separators | null;
  /** The name of the patterns in the package `hyphen`; `false` where words are not divided. */
  readonly hyphenation: string | false | null;
  /** Letters of two or three characters that an index sorts as one, longer ones before those they begin with. */
  readonly digraphs: ReadonlyArray<string> | null;
  readonly spine: SpineDirection | null;
  /** Letters that file names spell otherwise than `ascii.ts` does. */
  readonly ascii: Readonly<Record<string, string>> | null;
  /** What is different under a longer tag: `de-CH`, `sr-Latn`. */
  readonly variants: Readonly<Record<string, Variant>>;
  /** The words of the book that are Colophon's. */
  readonly wording: Labels | null;
}

/** What is different in a variety of a language. */
export type Variant = Partial<Omit<Language, 'variants'>>;

/** The quotation marks of a language, with the spaces that belong to them. */
export interface QuotationMarks {
  /** For the straight double quote. */
  readonly double: readonly [open: string, close: string];
  /** For the straight single quote. */
  readonly single: readonly [open: string, close: string];
}

/** The spaces of a language at which no line may end, besides those of every language. */
export interface Spaces {
  /** The marks before which a space stands: a narrow one, or one as wide as between words. */
  readonly beforePunctuation?: { readonly narrow: string; readonly wide: string };
  /** Whether spaces set thousands apart: 10 000. */
  readonly thousands?: boolean;
  /** Words of one letter, which are not left at the end of a line. */
  readonly oneLetterWords?: string;
  /** The parts of abbreviations: z. and B., each of the first before each of the second. */
  readonly abbreviations?: readonly [first: ReadonlyArray<string>, second: ReadonlyArray<string>];
  /** Units besides those of every language. */
  readonly units?: ReadonlyArray<string>;
  /** Words that stand before a number: p., vol. */
  readonly beforeNumber?: ReadonlyArray<string>;
  /** Words that stand before a name: Mr, St. */
  readonly beforeName?: ReadonlyArray<string>;
  /** The months, which stand after the day. */
  readonly months?: ReadonlyArray<string>;
  /** Whether the day can also stand after the month: May 5. */
  readonly monthFirst?: boolean;
}

/** Punctuation between the parts of a statement that Colophon puts together, with its spaces. */
export interface Separators {
  /** Between a label and what it labels. */
  readonly colon: string;
  readonly comma: string;
  /** At the end of a sentence. */
  readonly stop: string;
  /** Between two sentences: nothing where full stops bring their own space. */
  readonly gap: string;
}

/** How words run along a spine: downwards, upwards, or upright one below the other. */
export type SpineDirection = 'down' | 'up' | 'upright';
