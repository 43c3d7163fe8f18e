import type { Contributor, Copyright, Metadata } from '../book/metadata.ts';
import type { BookConfig } from './book-schema.ts';
import { parseTrim } from './measures.ts';
import { slugOf } from './slug.ts';

/** Metadata with every default filled in, but for the language, which the caller decides. */
export function metadataOf(config: BookConfig, language: string, epoch: number | undefined): Metadata {
  const { title, subtitle, publisher, date, edition, description, series, cover } = config;
  return {
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    language,
    contributors: (config.contributors ?? []).map((person): Contributor => ({ role: 'aut', ...person })),
    ...(publisher === undefined ? {} : { publisher }),
    ...(date === undefined ? {} : { date }),
    ...(edition === undefined ? {} : { edition }),
    ...(description === undefined ? {} : { description }),
    subjects: config.subjects ?? [],
    ...(series === undefined ? {} : { series }),
    identifiers: { others: [], ...config.identifiers },
    ...(cover === undefined ? {} : { cover: { image: cover.image, alt: cover.alt ?? title } }),
    copyright: copyrightOf(config.copyright ?? {}),
    notes: {
      place: 'book',
      numbering: 'chapter',
      style: 'footnotes',
      ...config.notes,
      marked: { signs: 'symbols' },
    },
    sale: { commercial: false, prices: [] },
    rights: {},
    contents: { depth: config.toc?.depth ?? 2 },
    print: {
      trim: defaultTrim(),
      bleed: 0,
      openings: 'right',
      theme: 'literary',
      ...config.print,
    },
    slug: slugOf(title, language),
    modified: instantOf(date, epoch),
  };
}

function copyrightOf(config: NonNullable<BookConfig['copyright']>): Copyright {
  const { year, holder, license, printings, ...rest } = config;
  return {
    funding: [],
    credits: [],
    parts: [],
    epubPlace: 'front',
    ...rest,
    ...(printings === true ? { printings: { number: 1, history: [] } } : {}),
    years: year ?? [],
    holders: holder ?? [],
    ...(license === undefined ? {} : { license }),
  };
}

function defaultTrim(): { width: number; height: number } {
  const trim = parseTrim('6in x 9in');
  if ('reason' in trim) throw new Error(trim.reason);
  return trim;
}

/**
 * The instant the files of the book were last changed: what the environment says, or the
 * book's own date, unless that is the date of an old work; never the clock.
 */
function instantOf(date: string | undefined, epoch: number | undefined): string {
  if (epoch !== undefined) return new Date(epoch * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z');
  const recent = date !== undefined && Number(date.slice(0, 4)) >= 2000;
  const [year = '2000', month = '01', day = '01'] = recent ? date.split('-') : [];
  return `${year}-${month}-${day}T00:00:00Z`;
}
