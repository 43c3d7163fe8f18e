import type { Metadata } from '../../book/metadata.ts';
import type { BookConfig } from './book-schema.ts';

/**
 * The instant at which the newest of some dates begins; that of 2000 where all are older: dates of old works
 * tell nothing of the files.
 *
 * @param dates each a year, a year and month, or a full date
 */
export function newestDate(dates: ReadonlyArray<string | undefined>): string {
  const instants = dates.flatMap((date) => {
    const [year = '', month = '01', day = '01'] = date?.split('-') ?? [];
    return Number(year) >= 2000 ? [`${year}-${month}-${day}T00:00:00Z`] : [];
  });
  return instants.toSorted().at(-1) ?? '2000-01-01T00:00:00Z';
}

/** The last years of the copyright notices of a book and its parts: "2024" of "2020–2024". */
export function lastYears({ year = [], parts = [] }: NonNullable<BookConfig['copyright']>): string[] {
  return [...year, ...parts.flatMap((part) => part.year ?? [])].map((years) => years.slice(-4));
}

/**
 * Metadata with the instant at which the files of the book were last changed, where it is known.
 *
 * @param metadata with the newest date that the book states
 * @param seconds since 1970
 */
export function withInstant(metadata: Metadata, seconds: number | undefined): Metadata {
  if (seconds === undefined) return metadata;
  return { ...metadata, modified: new Date(seconds * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z') };
}
