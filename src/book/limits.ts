import { fileLimits } from './file-limits.ts';
import { units, type Limit } from './limit.ts';

/**
 * What a book may hold, by name: far above any real one, and what keeps a hostile one from taking the
 * time and the memory of the machine. The measures behind them are of Node.js 20 and Chrome 147.
 */
export const limits = {
  'chapter-size': { most: 8 * units.MB, unit: 'MB', what: 'a Markdown file', rule: 'file-too-large' },
  'manuscript-size': {
    most: 64 * units.MB,
    unit: 'MB',
    what: 'all Markdown files together',
    rule: 'file-too-large',
  },
  'book-yaml-size': {
    most: 64 * units.KB,
    unit: 'KB',
    what: 'book.yaml, front matter or a page of pages/',
    rule: 'file-too-large',
  },
  /** Each line is a chapter that is looked for. */
  'summary-size': { most: units.MB, unit: 'MB', what: 'a SUMMARY.md', rule: 'file-too-large' },
  'index-yaml-size': { most: 4 * units.MB, unit: 'MB', what: 'index.yaml', rule: 'file-too-large' },
  'rights-yaml-size': { most: units.MB, unit: 'MB', what: 'rights.yaml', rule: 'file-too-large' },
  'bibliography-size': { most: 16 * units.MB, unit: 'MB', what: 'a bibliography', rule: 'file-too-large' },
  'theme-css-size': { most: units.MB, unit: 'MB', what: 'theme.css', rule: 'file-too-large' },
  ...fileLimits,
  'font-file-size': { most: 32 * units.MB, unit: 'MB', what: 'a font', rule: 'stylesheet-url' },
  'profile-size': { most: 16 * units.MB, unit: 'MB', what: 'a colour profile', rule: 'colour-profile' },
  'cover-file-size': { most: 512 * units.MB, unit: 'MB', what: 'a finished cover', rule: 'file-unreadable' },
  'image-size': { most: 64 * units.MB, unit: 'MB', what: 'an image', rule: 'image-too-large' },
  /** A browser needs four bytes for each pixel. */
  'image-pixels': {
    most: 50 * units.megapixels,
    unit: 'megapixels',
    what: 'an image',
    rule: 'image-too-large',
  },
  'audio-size': { most: 128 * units.MB, unit: 'MB', what: 'a recording', rule: 'media-unfit' },
  'video-size': { most: 512 * units.MB, unit: 'MB', what: 'a film', rule: 'media-unfit' },
  'captions-size': { most: 4 * units.MB, unit: 'MB', what: 'captions of a film', rule: 'media-unfit' },
  'drawing-size': { most: 8 * units.MB, unit: 'MB', what: 'a drawing in SVG', rule: 'image-too-large' },
  /** Browsers stop at 256. */
  'drawing-depth': { most: 200, unit: 'levels', what: 'elements of a drawing', rule: 'svg-unsafe' },
  'drawing-uses': { most: 10_000, unit: 'times', what: 'parts a drawing repeats', rule: 'svg-unsafe' },
  /** A browser takes seconds for a few dozen. */
  'drawing-filters': {
    most: 256,
    unit: 'times',
    what: 'filter primitives a drawing applies',
    rule: 'svg-unsafe',
  },
  'drawing-time': {
    most: 30 * units.seconds,
    unit: 'seconds',
    what: 'a drawing, where a book with it takes the browser long',
    rule: 'svg-unsafe',
  },
  'yaml-depth': { most: 20, unit: 'levels', what: 'YAML', rule: 'config-syntax' },
  /** Far below the stack, so that every step may recurse. */
  'text-depth': {
    most: 100,
    unit: 'levels',
    what: 'lists, quotations, emphasis, blocks and formulas',
    rule: 'too-deep',
  },
  'html-depth': { most: 150, unit: 'levels', what: 'elements of raw HTML', rule: 'too-deep' },
  'line-signs': {
    most: 100,
    unit: 'times',
    what: 'signs of lists and quotations that a line begins with',
    rule: 'too-deep',
  },
  'line-indent': { most: 400, unit: 'columns', what: 'the indent of an item of a list', rule: 'too-deep' },
  // The time to read a paragraph grows with the square of each of these, or faster.
  'paragraph-emphasis': {
    most: 2500,
    unit: 'times',
    what: 'runs of *, _ and ~ in a paragraph',
    rule: 'too-dense',
  },
  'paragraph-brackets': { most: 6000, unit: 'times', what: 'brackets in a paragraph', rule: 'too-dense' },
  'paragraph-html': {
    most: 500,
    unit: 'times',
    what: 'beginnings of HTML comments, instructions and declarations in a paragraph',
    rule: 'too-dense',
  },
  'paragraph-backticks': {
    most: 4000,
    unit: 'times',
    what: 'runs of backticks in a paragraph',
    rule: 'too-dense',
  },
  /** Of each number in a row, the next as many are looked for. */
  'paragraph-row': {
    most: 100,
    unit: 'times',
    what: 'backticks or dollar signs in a row',
    rule: 'too-dense',
  },
  'paragraph-addresses': {
    most: 6000,
    unit: 'times',
    what: 'addresses of mail and of the web in a paragraph',
    rule: 'too-dense',
  },
  'paragraph-lines': { most: 10_000, unit: 'times', what: 'lines of a paragraph', rule: 'too-dense' },
  /** Of HTML comments; those behind signs of code or attributes, which take longer, count more than once. */
  'paragraph-lookahead': {
    most: 40_000_000,
    unit: 'characters',
    what: 'what stands behind signs without an end in a paragraph',
    rule: 'too-dense',
  },
  /** A paragraph below its limits counts by the square of its part. */
  'full-paragraphs': { most: 25, unit: 'times', what: 'paragraphs at a limit in a book', rule: 'too-dense' },
  /** Lines without a letter take as long as others, and three kilobytes of memory. */
  'file-lines': { most: 250_000, unit: 'times', what: 'lines of a file', rule: 'too-dense' },
  /** They are read in a time that grows with their square. */
  'file-terms': { most: 2500, unit: 'times', what: 'definitions of terms in a file', rule: 'too-dense' },
  /** EPUBCheck judges the contents in a time that grows with the square of their length. */
  'file-headings': { most: 20_000, unit: 'times', what: 'headings in a file', rule: 'too-dense' },
  /** Each takes a millisecond. */
  'file-containers': {
    most: 20_000,
    unit: 'times',
    what: 'lists and quotations in a file, or blocks',
    rule: 'too-dense',
  },
  'row-cells': { most: 5000, unit: 'times', what: 'signs of cells in a line', rule: 'too-dense' },
  /** However few cells a row is written with, it has as many as the head. */
  'file-cells': { most: 200_000, unit: 'times', what: 'cells of tables in a file', rule: 'too-dense' },
  /** A link or a note takes half a millisecond and thirty kilobytes; a tag of HTML counts as half a bracket. */
  'file-brackets': { most: 100_000, unit: 'times', what: 'brackets in a file', rule: 'too-dense' },
  /** Node.js may use 4 GB, or half of what a small machine has, and ends the build where it has no more. */
  'text-memory': {
    most: 2000 * units.MB,
    unit: 'MB',
    what: 'what all Markdown files are reckoned to take of the memory',
    rule: 'too-dense',
  },
  /** Each takes some 20 milliseconds of all editions, however little it holds. */
  'files-of-a-book': { most: 3000, unit: 'times', what: 'Markdown files of a book', rule: 'too-dense' },
  notes: { most: 100_000, unit: 'times', what: 'notes in a book', rule: 'too-dense' },
  /** A line must be able to end somewhere. */
  'word-length': {
    most: 10_000,
    unit: 'characters',
    what: 'a word, or whatever stands without a blank',
    rule: 'too-dense',
  },
  'blanks-in-a-row': { most: 10_000, unit: 'characters', what: 'blanks in a row', rule: 'too-dense' },
  'formula-length': { most: 20_000, unit: 'characters', what: 'a formula', rule: 'too-dense' },
  'formula-time': {
    most: 2 * units.seconds,
    unit: 'seconds',
    what: 'setting a formula that defines macros',
    rule: 'too-dense',
  },
  'formulas-time': {
    most: 30 * units.seconds,
    unit: 'seconds',
    what: 'setting all such formulas of a book',
    rule: 'too-dense',
  },
  /** A style may call its macros ever more often: ten that each call the next ten times take years. */
  'citations-time': {
    most: 60 * units.seconds,
    unit: 'seconds',
    what: 'setting the citations of a book',
    rule: 'citation-style',
  },
  /** Chrome repeats an address on every line of its link, so a long one swells the PDF. */
  'link-length': { most: 2048, unit: 'characters', what: 'the address of a link', rule: 'link-target' },
  'cache-size': { most: 500 * units.MB, unit: 'MB', what: 'what builds keep for later ones' },
  'step-time': { most: 90 * units.seconds, unit: 'seconds', what: 'each step of the browser' },
  'step-time-of-text': {
    most: 90 * units.seconds,
    unit: 'seconds',
    what: 'each step, besides, for a megabyte of HTML',
  },
  'step-time-of-images': {
    most: units.seconds,
    unit: 'seconds',
    what: 'each step, besides, for a megabyte of images and fonts',
  },
  'step-memory': { most: 2048 * units.MB, unit: 'MB', what: 'the browser at each step, on Linux' },
  'step-memory-of-text': {
    most: 512 * units.MB,
    unit: 'MB',
    what: 'the browser, besides, for a megabyte of HTML',
  },
  'step-memory-of-images': {
    most: 8 * units.MB,
    unit: 'MB',
    what: 'the browser, besides, for a megabyte of images and fonts',
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** The limits that who runs a build may set: the others keep the parser and its stack safe. */
export const settable = [
  'chapter-size',
  'manuscript-size',
  'image-size',
  'image-pixels',
  'audio-size',
  'video-size',
  'captions-size',
  'drawing-size',
  'drawing-uses',
  'drawing-filters',
  'drawing-time',
  'notes',
  'text-memory',
  'step-time',
  'step-time-of-text',
  'step-time-of-images',
  'step-memory',
  'step-memory-of-text',
  'step-memory-of-images',
] as const satisfies ReadonlyArray<LimitName>;
export type SettableLimit = (typeof settable)[number];

/** What one build accepts: bytes, pixels, milliseconds, or so many. */
export type Limits = Readonly<Record<SettableLimit, number>>;

/** What a build accepts of which nobody said otherwise. */
export const usualLimits = Object.fromEntries(settable.map((name) => [name, limits[name].most])) as Limits;

/** Whether a name is that of a limit which can be set. */
export function isSettable(name: string): name is SettableLimit {
  return (settable as ReadonlyArray<string>).includes(name);
}

/** What one of a limit's unit is, in bytes, pixels, milliseconds, or one. */
export function unitOf(name: LimitName): number {
  return units[limits[name].unit];
}

/** A limit for readers, as `8 MB` or `10,000 times`. */
export function limitInWords({ most, unit }: Limit): string {
  return `${(most / units[unit]).toLocaleString('en')} ${unit}`;
}
