import type { PhrasingContent } from 'mdast';
import type { Book } from '../../book/book.ts';
import { authorRoles } from '../credits/credit-lines.ts';
import { text } from '../element.ts';
import { doiLink, hyphenatedIsbn } from './identifier-lines.ts';
import { licenceName } from '../wording/licence-sentence.ts';
import { inDigits } from '../../language/digits.ts';
import { dateInWords, joinNames, languageName } from '../../language/formats.ts';
import { copyrightNotice } from './rights-lines.ts';
import { link, linked } from '../wording/wording.ts';

/** What placeholders inside a sentence stand for, by name; nothing where the metadata have no value. */
export type Values = ReadonlyMap<string, PhrasingContent[] | undefined>;

/**
 * The values for placeholders inside a sentence.
 *
 * @param book the book
 * @param version the version of Colophon
 */
export function copyrightValues(
  { metadata, labels }: Pick<Book, 'metadata' | 'labels'>,
  version: string | undefined,
): Values {
  const { copyright, identifiers, language, publisher, series } = metadata;
  const authors = metadata.contributors.filter(({ role }) => authorRoles.has(role)).map(({ name }) => name);
  const { license } = copyright;
  const licence = license === undefined ? undefined : named(licenceName(license, labels), license.url);
  return new Map<string, PhrasingContent[] | undefined>([
    ['title', plain(metadata.title)],
    ['subtitle', plain(metadata.subtitle)],
    ['author', plain(joinNames(authors, language))],
    ['language', plain(languageName(language, language))],
    ['edition', plain(metadata.edition)],
    ['date', metadata.date === undefined ? undefined : plain(dateInWords(metadata.date, language))],
    ['year', plain(inDigits(metadata.date?.slice(0, 4) ?? '', language))],
    ['copyright', plain(copyrightNotice(copyright, language))],
    ['copyright-years', plain(inDigits(copyright.years.join(', '), language))],
    ['holder', plain(joinNames(copyright.holders, language))],
    ['licence', licence],
    ['license', licence],
    ['publisher', plain(publisher?.name)],
    ['place', plain(publisher?.place)],
    ['url', publisher?.url === undefined ? undefined : [link(publisher.url, publisher.url)]],
    [
      'email',
      publisher?.email === undefined ? undefined : [link(`mailto:${publisher.email}`, publisher.email)],
    ],
    ['series', plain(series?.name)],
    [
      'position',
      plain(
        series?.numeral ?? (series?.position === undefined ? undefined : inDigits(series.position, language)),
      ),
    ],
    ['issn', plain(series?.issn)],
    ['isbn-print', isbn(identifiers.print)],
    ['isbn-epub', isbn(identifiers.epub)],
    ['isbn-pdf', isbn(identifiers.pdf)],
    ['doi', identifiers.doi === undefined ? undefined : [doiLink(identifiers.doi)]],
    ['lccn', plain(identifiers.lccn)],
    ['website', addresses(copyright.website)],
    ['contact', addresses(copyright.reuse?.contact)],
    ['version', plain(version)],
    ['revision', plain(copyright.colophon?.revision)],
  ]);
}

function plain(value: string | undefined): PhrasingContent[] | undefined {
  const trimmed = (value ?? '').replaceAll(/\s+/g, ' ').trim();
  return trimmed === '' ? undefined : [text(trimmed)];
}

function addresses(value: string | undefined): PhrasingContent[] | undefined {
  const trimmed = (value ?? '').replaceAll(/\s+/g, ' ').trim();
  return trimmed === '' ? undefined : linked(trimmed);
}

function isbn(value: string | undefined): PhrasingContent[] | undefined {
  return value === undefined ? undefined : [text(hyphenatedIsbn(value))];
}

function named(name: string, url: string | undefined): PhrasingContent[] {
  return [url === undefined ? text(name) : link(url, name)];
}
