import { lastSecond } from '../../book/last-second.ts';
import { undated, type Metadata } from '../../book/metadata.ts';
import type { BookConfig } from './book-schema.ts';
import { withoutFraction } from './fields.ts';

/**
 * The instant at which the newest of some dates begins; that of 2000 where all are older: dates of old works
 * tell nothing of the files.
 *
 * @param dates each a year, a year and month, a full date, or an instant in UTC
 */
export function newestDate(dates: ReadonlyArray<string | undefined>): string {
  const instants = dates.flatMap((date) => {
    const [stated = '', time = '00:00:00Z'] = date?.split('T') ?? [];
    const [year = '', month = '01', day = '01'] = stated.split('-');
    return Number(year) >= 2000 ? [`${year}-${month}-${day}T${time}`] : [];
  });
  return instants.toSorted().at(-1) ?? undated;
}

/** The last years of the copyright notices of a book and its parts: "2024" of "2020–2024". */
export function lastYears({ year = [], parts = [] }: NonNullable<BookConfig['copyright']>): string[] {
  return [...year, ...parts.flatMap((part) => part.year ?? [])].map((years) => years.slice(-4));
}

/**
 * Metadata with the instant at which the files of the book were last changed, where it is known.
 *
 * @param metadata with the newest date that the book states
 * @param seconds since 1970; those of a commit may be beyond all dates, and count for nothing then
 */
export function withInstant(metadata: Metadata, seconds: number | undefined): Metadata {
  if (seconds === undefined || seconds > lastSecond) return metadata;
  return { ...metadata, modified: withoutFraction(new Date(seconds * 1000)) };
}
