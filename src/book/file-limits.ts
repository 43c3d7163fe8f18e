import type { Limit } from './limit.ts';

/** What styles, fonts and finished e-books may hold, by name: part of the limits of a book. */
export const fileLimits = {
  /** Browsers recurse into brackets, and have no stack for thousands. */
  'stylesheet-depth': { most: 64, unit: 'levels', what: 'brackets in theme.css', rule: 'stylesheet-costly' },
  'stylesheet-part': {
    most: 20_000,
    unit: 'characters',
    what: 'a declaration or a list of selectors in theme.css',
    rule: 'stylesheet-costly',
  },
  'stylesheet-rules': { most: 20_000, unit: 'times', what: 'rules in theme.css', rule: 'stylesheet-costly' },
  /** Each & stands for all selectors around it, which a browser goes through for each element. */
  'stylesheet-nesting': {
    most: 10_000,
    unit: 'times',
    what: 'selectors of other rules that the & of a rule stand for in theme.css',
    rule: 'stylesheet-costly',
  },
  'stylesheet-length': {
    most: 100_000,
    unit: 'times',
    what: 'a pixel, or the unit of a length, in a length in theme.css',
    rule: 'stylesheet-costly',
  },
  'stylesheet-items': {
    most: 500,
    unit: 'times',
    what: 'shadows, backgrounds, filters, counters and their parts in a declaration of theme.css',
    rule: 'stylesheet-costly',
  },
  'stylesheet-content': {
    most: 2000,
    unit: 'characters',
    what: 'text that a declaration of theme.css puts in',
    rule: 'stylesheet-costly',
  },
  'stylesheet-number': {
    most: 1000,
    unit: 'times',
    what: 'columns, rows and sizes in theme.css',
    rule: 'stylesheet-costly',
  },
  /** A hundred million take some seconds: places are counted anew where pages are made. */
  'stylesheet-matching': {
    most: 1_000_000_000,
    unit: 'times',
    what: 'elements compared for the selectors of theme.css, each with those it stands beside',
    rule: 'stylesheet-costly',
  },
  'stylesheet-breaks': {
    most: 3000,
    unit: 'times',
    what: 'pages of a book that theme.css ends',
    rule: 'stylesheet-costly',
  },
  /** Each that is written takes eight kilobytes of the browser. */
  'stylesheet-counting': {
    most: 150_000,
    unit: 'times',
    what: 'counters of theme.css that are changed or written in a book',
    rule: 'stylesheet-costly',
  },
  /** Each cell that something in a grid stands over is marked. */
  'stylesheet-columns': {
    most: 100,
    unit: 'times',
    what: 'columns of a grid in theme.css',
    rule: 'stylesheet-costly',
  },
  /** A glyph that others stand in is painted as often as they say. */
  'font-components': {
    most: 1000,
    unit: 'times',
    what: 'glyphs that one glyph consists of',
    rule: 'font-format',
  },
  /** EPUBCheck judges both in a time that grows with the square of their number. */
  'epub-files': { most: 10_000, unit: 'times', what: 'files of an EPUB', rule: 'file-too-large' },
  'epub-entries': {
    most: 25_000,
    unit: 'times',
    what: 'entries in the contents of an EPUB, or facts about it',
    rule: 'file-too-large',
  },
} as const satisfies Record<string, Limit>;
