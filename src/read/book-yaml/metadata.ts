import type { AccessibilityClaims } from '../../book/accessibility.ts';
import type { Contributor, Copyright, Metadata, NotesSettings } from '../../book/metadata.ts';
import type { Printer } from '../../book/printer.ts';
import type { BookConfig } from './book-schema.ts';
import { lastYears, newestDate } from './instants.ts';
import { printSettings } from './print-settings.ts';
import { looksLikeOrganization } from '../values/organization.ts';
import { slugOf } from '../values/slug.ts';

/** What of the metadata does not stand in book.yaml as such. */
export interface Circumstances {
  /** BCP 47. */
  readonly language: string;
  /** The revision of the source, as the colophon line gives it. */
  readonly revision?: string | undefined;
  /** Whose data decide what the book does not state. */
  readonly printer: Printer;
}

/** Metadata with every default filled in. */
export function metadataOf(config: BookConfig, { language, revision, printer }: Circumstances): Metadata {
  const { title, subtitle, publisher, date, edition, description, series, original, cover } = config;
  const { catalogue = [], ...identifiers } = config.identifiers ?? {};
  return {
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(config.sortAs === undefined ? {} : { sortAs: config.sortAs }),
    language,
    ...furtherLanguages(config.languages, language),
    contributors: contributorsOf(config),
    ...(publisher === undefined ? {} : { publisher }),
    ...(date === undefined ? {} : { date }),
    ...(edition === undefined ? {} : { edition }),
    ...(description === undefined ? {} : { description }),
    subjects: config.subjects ?? [],
    ...(series === undefined ? {} : { series }),
    ...(original === undefined ? {} : { original }),
    identifiers: { ...identifiers, others: catalogue },
    ...(cover === undefined
      ? {}
      : { cover: { ...cover, ...(cover.image !== undefined && { alt: cover.alt ?? title }) } }),
    ...(config.accessibility === undefined ? {} : { accessibility: claimsOf(config.accessibility) }),
    copyright: copyrightOf(config.copyright ?? {}, revision),
    notes: notesOf(config.notes ?? {}),
    punctuation: { spaces: config.punctuation?.spaces ?? 'language' },
    sale: config.sale ?? { commercial: false, prices: [] },
    rights: config.rights ?? {},
    ...(config.rules === undefined ? {} : { rules: config.rules }),
    contents: { depth: config.toc?.depth ?? 2 },
    numbering: { chapters: 'book', figures: 'book', tables: 'book', ...config.numbering },
    lists: { figures: false, tables: false, ...config.lists },
    print: printSettings(config.print ?? {}, printer),
    epub: {
      ...(config.epub?.store !== undefined && { store: config.epub.store }),
      // Where book.yaml tells how the book is printed, or that it is, its pages are those of an edition to be cited.
      pages: config.epub?.pages ?? (config.print !== undefined || identifiers.print !== undefined),
      fonts: config.epub?.fonts ?? true,
      images: { pixels: 2560, quality: 85, ...config.epub?.images },
    },
    slug: slugOf(title, language),
    modified: newestDate([date, config.modified, ...lastYears(config.copyright ?? {})]),
  };
}

/** Those beside the main language, each once. */
function furtherLanguages(languages: ReadonlyArray<string> = [], main: string): Pick<Metadata, 'languages'> {
  const further = [...new Set(languages)].filter((each) => each !== main);
  return further.length === 0 ? {} : { languages: further };
}

/** Everybody who had a part in the book; who is named as the author and listed too stands once. */
function contributorsOf({ author = [], authors = [], contributors = [] }: BookConfig): Contributor[] {
  const listed = contributors.map(contributorOf);
  const named = [...author, ...authors].map(contributorOf);
  const isListed = ({ name, role }: Contributor): boolean =>
    listed.some((other) => other.name === name && other.role === role);
  return [...named.filter((each) => !isListed(each)), ...listed];
}

/** A body that does not say so is known by its name. */
function contributorOf(given: Partial<Contributor> & { readonly name: string }): Contributor {
  const { organization, ...rest } = given;
  const isBody = organization ?? (given.sortAs === undefined && looksLikeOrganization(given.name));
  return { role: 'aut', ...rest, ...(isBody && { organization: true }) };
}

function claimsOf({ certifier, ...rest }: NonNullable<BookConfig['accessibility']>): AccessibilityClaims {
  return { ...rest, ...(certifier !== undefined && { certifier }) };
}

function copyrightOf(config: NonNullable<BookConfig['copyright']>, revision: string | undefined): Copyright {
  const { year, holder, parts, license, printings, colophon, place, ...rest } = config;
  return {
    funding: [],
    credits: [],
    ...rest,
    years: year ?? [],
    holders: holder ?? [],
    parts: (parts ?? []).map((part) => ({ of: part.of, years: part.year ?? [], holders: part.holder ?? [] })),
    ...(license === undefined ? {} : { license }),
    ...(printings === undefined || printings === false ? {} : { printings }),
    ...(colophon === undefined || colophon === false
      ? {}
      : { colophon: revision === undefined ? {} : { revision } }),
    epubPlace: place ?? 'front',
  };
}

function notesOf(config: NonNullable<BookConfig['notes']>): NotesSettings {
  const { place = config.place, ...marked } = config.marked ?? {};
  const settings: NonNullable<BookConfig['notes']> & NotesSettings = {
    place: 'book',
    numbering: 'chapter',
    style: 'footnotes',
    ...config,
    marked: { signs: 'symbols', ...marked, ...(place === 'foot' && { place }) },
  };
  // Where the notes come from is no matter of how they are set.
  delete settings.file;
  return settings;
}
