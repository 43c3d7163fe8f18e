import type { Metadata, PrintSettings } from '../../src/book/metadata.ts';

export const sixByNine: PrintSettings = {
  trim: { width: 432, height: 648 },
  bleed: 0,
  openings: 'right',
  theme: 'literary',
};

/** Metadata with nothing in it that a test does not name. */
export function makeMetadata(rest: Partial<Metadata> = {}): Metadata {
  return {
    title: 'The Whale',
    language: 'en',
    contributors: [],
    subjects: [],
    identifiers: { others: [] },
    copyright: { years: [], holders: [], parts: [], funding: [], credits: [], epubPlace: 'front' },
    sale: { commercial: false, prices: [] },
    rights: {},
    notes: {
      place: 'book',
      numbering: 'book',
      style: 'footnotes',
      marked: { signs: 'symbols' },
    },
    punctuation: { spaces: 'language' },
    contents: { depth: 1 },
    numbering: { chapters: 'book', figures: 'book', tables: 'book' },
    lists: { figures: false, tables: false },
    print: sixByNine,
    epub: { fonts: true, pages: false, images: { pixels: 2560, quality: 85 } },
    slug: 'the-whale',
    modified: '2024-01-01T00:00:00Z',
    ...rest,
  };
}
