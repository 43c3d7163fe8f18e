import type { CopyrightNotice, Metadata } from '../../book/metadata.ts';
import { translatedFrom } from '../translation.ts';
import { composite, field, type Content } from './element.ts';

/** Who stands for the publisher: the house, or else the first holder, or else who made the book. */
export function publisherName({ publisher, copyright, contributors }: Metadata): string | undefined {
  return publisher?.name ?? copyright.holders[0] ?? contributors[0]?.name;
}

/**
 * Block 4 of a product record: publisher, dates, copyright (ONIX 3.0, P.19 to P.21). Without
 * anybody who could be called its publisher a record has none.
 *
 * @param metadata the metadata of the book
 */
export function publishingDetail(metadata: Metadata): Content {
  const name = publisherName(metadata);
  if (name === undefined) return undefined;
  const { publisher, date, original, copyright } = metadata;
  const source = translatedFrom(metadata);
  return composite(
    'PublishingDetail',
    publisherOf('01', name, publisher?.url),
    source?.publisher === undefined ? undefined : publisherOf('04', source.publisher),
    field('CityOfPublication', publisher?.place),
    field('PublishingStatus', '04'), // active
    publishingDate('01', date),
    publishingDate(source === undefined ? '11' : '20', original?.date), // first publication
    [copyright, ...copyright.parts].map((notice) => copyrightStatement(notice, metadata)),
  );
}

/** Code list 45. */
function publisherOf(role: string, name: string, url?: string): Content {
  return composite(
    'Publisher',
    field('PublishingRole', role),
    field('PublisherName', name),
    url === undefined
      ? undefined
      : composite('Website', field('WebsiteRole', '01'), field('WebsiteLink', url)),
  );
}

/** Code lists 163 (role) and 55 (format: YYYYMMDD, YYYYMM or YYYY). */
function publishingDate(role: string, date: string | undefined): Content {
  if (date === undefined || !/^\d{4}(?:-\d\d){0,2}$/.test(date)) return undefined;
  const dateformat = { 4: '05', 7: '01' }[date.length] ?? '00';
  return composite(
    'PublishingDate',
    field('PublishingDateRole', role),
    field('Date', date.replaceAll('-', ''), { dateformat }),
  );
}

function copyrightStatement({ years, holders }: CopyrightNotice, { contributors }: Metadata): Content {
  if (years.length + holders.length === 0) return undefined;
  const people = new Set(
    contributors.filter(({ organization }) => organization !== true).map(({ name }) => name),
  );
  return composite(
    'CopyrightStatement',
    years.map(copyrightYear),
    holders.map((holder) =>
      composite('CopyrightOwner', field(people.has(holder) ? 'PersonName' : 'CorporateName', holder)),
    ),
  );
}

/** A year, or a spread of years (code list 55). */
function copyrightYear(year: string): Content {
  const [first = '', last] = year.split(/\D+/).filter((digits) => digits !== '');
  return last === undefined
    ? field('CopyrightYear', first, { dateformat: '05' })
    : field('CopyrightYear', `${first}${last}`, { dateformat: '11' });
}
