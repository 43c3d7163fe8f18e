import { isoDate } from '../values/date-in-words.ts';
import { Fault } from '../values/fault.ts';
import { dictionary } from '../../book/dictionary.ts';

/** The day, month or year a text names, as ISO 8601 writes it. */
export function parseDate(text: string): string | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return undefined;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // A day past the end of its month would roll over into the next.
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
  return exists ? text : undefined;
}

/** A date as ISO 8601 writes it; where it is written otherwise, how it is to be. */
export function dateOrFault(text: string): string | Fault | undefined {
  const date = parseDate(text);
  const meant = date === undefined ? isoDate(text) : undefined;
  if (meant === undefined || parseDate(meant) === undefined) return date;
  return new Fault(`"${text}" is not a date as it is written here`, { hint: `Write ${meant}.` });
}

/** The beginning of a year, month or day, or an instant with its time zone, in UTC, as ISO 8601 writes it. */
export function parseInstant(text: string): string | undefined {
  const [, day, time, seconds = ':00', zone] =
    /^([-\d]{10})[T ](\d{2}:\d{2})(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.exec(text) ?? [];
  if (day === undefined) return parseDate(text);
  const instant = new Date(`${day}T${time}${seconds}${zone}`);
  if (parseFullDate(day) === undefined || Number.isNaN(instant.getTime())) return undefined;
  return withoutFraction(instant);
}

/** An instant to the second, as ISO 8601 writes it. */
export function withoutFraction(instant: Date): string {
  return instant.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** A day, as ISO 8601 writes it. */
export function parseFullDate(text: string): string | undefined {
  return text.length === 10 ? parseDate(text) : undefined;
}

/** A year, or a range with an en dash between its years. */
export function parseYears(text: string): string | undefined {
  const match = /^(\d{3,4})(?:\s*[-–]\s*(\d{3,4}))?$/.exec(text);
  const [, first, last] = match ?? [];
  if (first === undefined || last === undefined) return first;
  return Number(first) < Number(last) ? `${first}–${last}` : undefined;
}

/** A DOI without the address of its resolver (ISO 26324). */
export function parseDoi(text: string): string | undefined {
  const doi = text.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  return /^10\.\d{4,9}(?:\.\d+)*\/[^\s"<>]+$/.test(doi) ? doi : undefined;
}

/** An e-mail address, as far as its shape tells. */
export function parseEmail(text: string): string | undefined {
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text) ? text : undefined;
}

/** A place in a series: a number, not negative, or a Roman numeral, which is printed as one. */
export function parsePosition(
  text: string,
): { readonly position: number; readonly numeral?: string } | undefined {
  if (/^\d{1,9}(?:\.\d{1,3})?$/.test(text)) return { position: Number(text) };
  const position = romanValue(text.toUpperCase());
  return position === undefined ? undefined : { position, numeral: text.toUpperCase() };
}

const digits = dictionary<number>({ M: 1000, D: 500, C: 100, L: 50, X: 10, V: 5, I: 1 });

/** The value of a Roman numeral up to 3,999, as it is written today. */
function romanValue(text: string): number | undefined {
  const form = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
  if (text === '' || !form.test(text)) return undefined;
  const values = text.split('').map((letter) => digits[letter] ?? 0);
  // A smaller digit in front of a larger one is taken off.
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
