import { numberingSystemOf } from './digits.ts';
import { locales } from './locales.ts';

/**
 * The names as one enumeration in the manner of the language: "A, B und C".
 *
 * @param names the names, in order
 * @param language BCP 47
 */
export function joinNames(names: ReadonlyArray<string>, language: string): string {
  return new Intl.ListFormat(locales(language), { type: 'conjunction' }).format(names);
}

/**
 * The date in words, as exact as it is given: "October 18, 1851", "October 1851", "1851".
 *
 * @param date a year, a year and month, or a full date of ISO 8601
 * @param language BCP 47
 */
export function dateInWords(date: string, language: string): string {
  const instant = new Date(`${date}${'-01-01'.slice(date.length - 4)}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return date;
  const format: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    calendar: 'gregory',
    timeZone: 'UTC',
    numberingSystem: numberingSystemOf(language),
  };
  if (date.length > 4) format.month = 'long';
  if (date.length > 7) format.day = 'numeric';
  return new Intl.DateTimeFormat(locales(language), format).format(instant);
}

/**
 * The number with the separators and digits of the language: "1,500".
 *
 * @param value the number
 * @param language BCP 47
 */
export function numberInWords(value: number, language: string): string {
  const numberingSystem = numberingSystemOf(language);
  return new Intl.NumberFormat(locales(language), { numberingSystem }).format(value);
}

/**
 * The name of a language in another: "Ukrainian", "ukrainien".
 *
 * @param named BCP 47, the language to name
 * @param language BCP 47, the language to name it in
 */
export function languageName(named: string, language: string): string {
  const names = new Intl.DisplayNames(locales(language), { type: 'language', fallback: 'code' });
  try {
    return names.of(named) ?? named;
  } catch {
    return named;
  }
}
