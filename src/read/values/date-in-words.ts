import { locales } from '../../language/locales.ts';

/** Languages whose names of months are known, whatever the language of a book: dates are often copied from elsewhere. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];

let months: ReadonlyMap<string, number> | undefined;

/** The months by their names and what these are shortened to, in lower case and without a full stop. */
function monthsByName(): ReadonlyMap<string, number> {
  months ??= new Map(
    languages.flatMap((language) =>
      (['long', 'short'] as const).flatMap((month) => {
        const format = new Intl.DateTimeFormat(locales(language), { month, timeZone: 'UTC' });
        return Array.from({ length: 12 }, (_, index) => {
          const name = format.format(Date.UTC(2001, index, 1));
          return [name.toLowerCase().replace(/\.$/, ''), index + 1] as const;
        });
      }),
    ),
  );
  return months;
}

const dayFirst = /^(\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+)?(\p{L}+)\.?,?\s+(?:de\s+)?(\d{4})$/iu;
const monthFirst = /^(\p{L}+)\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?,?|,)?\s+(\d{4})$/iu;
const yearFirst = /^(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?$/;
const inFigures = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;

/**
 * A date that is written in words or otherwise than ISO 8601 has it, as that does; undefined where it cannot be told
 * which day is meant.
 *
 * @param written as in `31 May 2015`, `31.5.2015`, `May 2015`
 */
export function isoDate(written: string): string | undefined {
  const [, day, name, year] = dayFirst.exec(written) ?? [];
  if (day !== undefined) return joined(year, monthsByName().get(name?.toLowerCase() ?? ''), day);
  const [, named, dayAfter, yearAfter] = monthFirst.exec(written) ?? [];
  if (named !== undefined) return joined(yearAfter, monthsByName().get(named.toLowerCase()), dayAfter);
  const [, first, second, third] = yearFirst.exec(written) ?? [];
  if (first !== undefined) return joined(first, Number(second), third);
  const [, one = '', mark, other = '', last] = inFigures.exec(written) ?? [];
  if (last === undefined) return undefined;
  // With full stops the day stands first; otherwise only a number that is none of a month tells.
  if (mark === '.' || Number(one) > 12) return joined(last, Number(other), one);
  return Number(other) > 12 || one === other ? joined(last, Number(one), other) : undefined;
}

function joined(year: string | undefined, month: number | undefined, day?: string): string | undefined {
  if (year === undefined || month === undefined) return undefined;
  const parts = [year, String(month), ...(day === undefined ? [] : [day])];
  return parts.map((part) => part.padStart(2, '0')).join('-');
}
