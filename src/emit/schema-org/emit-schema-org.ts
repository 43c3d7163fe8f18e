import type { Metadata, Subject } from '../../book/metadata.ts';
import { doiOf } from '../identity.ts';
import { productsOf, type ReleaseFacts } from '../release-facts.ts';
import { translatedFrom } from '../translation.ts';
import { peopleOf } from './people.ts';
import { exampleOf } from './products.ts';
import { rightsOf } from './rights.ts';
import { some, type Thing } from './thing.ts';

/**
 * The release for search engines: JSON-LD of https://schema.org/Book with an example for each
 * product, equal for equal input.
 *
 * @param metadata the metadata of the book
 * @param facts what is known of the release
 */
export function emitSchemaOrg(metadata: Metadata, facts: ReleaseFacts): Uint8Array {
  const document = { '@context': 'https://schema.org', ...bookOf(metadata, facts) };
  return Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
}

function bookOf(metadata: Metadata, facts: ReleaseFacts): Thing {
  const { title, subtitle, language, languages, date, edition, description, subjects, copyright } = metadata;
  const doi = doiOf(metadata);
  return {
    '@type': 'Book',
    '@id': doi && `https://doi.org/${doi}`,
    name: title,
    alternativeHeadline: subtitle,
    inLanguage: languages === undefined ? language : [language, ...languages],
    ...peopleOf(metadata.contributors),
    publisher: publisherOf(metadata),
    datePublished: date,
    bookEdition: edition,
    description,
    about: some(subjects.map(subjectOf)),
    ...seriesOf(metadata),
    translationOfWork: originalOf(metadata),
    identifier: doi && { '@type': 'PropertyValue', propertyID: 'DOI', value: doi },
    url: copyright.website,
    ...rightsOf(metadata, facts),
    workExample: some(productsOf(metadata, facts).map((product) => exampleOf(metadata, product, facts))),
  };
}

function publisherOf({ publisher }: Metadata): Thing | undefined {
  if (publisher === undefined) return undefined;
  const { name, url, email, place } = publisher;
  return { '@type': 'Organization', name, url, email, location: place };
}

const schemes = { thema: 'Thema', bisac: 'BISAC' } as const;

function subjectOf({ text, scheme, code }: Subject): Thing | string | undefined {
  if (scheme === undefined || code === undefined) return text;
  return { '@type': 'DefinedTerm', name: text, termCode: code, inDefinedTermSet: schemes[scheme] };
}

function seriesOf({ series }: Metadata): { isPartOf?: Thing; position?: number | undefined } {
  if (series === undefined) return {};
  const { name, issn, position } = series;
  return { isPartOf: { '@type': 'BookSeries', name, issn }, position };
}

function originalOf(metadata: Metadata): Thing | undefined {
  const original = translatedFrom(metadata);
  if (original === undefined) return undefined;
  return {
    '@type': 'Book',
    name: original.title,
    inLanguage: original.language,
    author: original.author === undefined ? undefined : { '@type': 'Person', name: original.author },
    publisher:
      original.publisher === undefined ? undefined : { '@type': 'Organization', name: original.publisher },
    datePublished: original.date,
  };
}
