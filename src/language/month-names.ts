import { locales } from './locales.ts';

const known = new Map<string, ReadonlySet<string>>();

/**
 * The names of the months behind a day with a point ("1. September"), in lower case: those of the language,
 * or the German ones where it writes no such point.
 *
 * @param language BCP 47
 */
export function monthNames(language: string): ReadonlySet<string> {
  const own = known.get(language) ?? new Set(namesIn(language));
  known.set(language, own);
  return own.size > 0 || language === 'de' ? own : monthNames('de');
}

function namesIn(language: string): string[] {
  return (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(locales(language), {
      month,
      day: 'numeric',
      calendar: 'gregory',
      timeZone: 'UTC',
    });
    const days = Array.from({ length: 12 }, (_, index) => format.formatToParts(Date.UTC(2001, index, 1)));
    return days.flatMap((parts) => {
      const text = parts.map(({ value }) => value).join('');
      const name = parts.find(({ type }) => type === 'month')?.value.replace(/\.$/, '') ?? '';
      return text.startsWith('1. ') ? [name.toLowerCase()] : [];
    });
  });
}
