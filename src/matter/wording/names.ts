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
  const format: Intl.DateTimeFormatOptions = { year: 'numeric', calendar: 'gregory', timeZone: 'UTC' };
  if (date.length > 4) format.month = 'long';
  if (date.length > 7) format.day = 'numeric';
  return new Intl.DateTimeFormat(locales(language), format).format(instant);
}

/**
 * The number with the separators of the language: "1,500".
 *
 * @param value the number
 * @param language BCP 47
 */
export function numberInWords(value: number, language: string): string {
  return new Intl.NumberFormat(locales(language)).format(value);
}

/** The colon between a label and what it labels, with the spaces of the language. */
export function colon(language: string): string {
  const [primary] = language.toLowerCase().split('-');
  if (primary === 'fr') return '\u00A0: ';
  return primary === 'ja' || primary === 'zh' ? '：' : ': ';
}

/** The comma between the parts of a statement, with the space of the language. */
export function comma(language: string): string {
  const [primary] = language.toLowerCase().split('-');
  if (primary === 'ja') return '、';
  if (primary === 'zh') return '，';
  return primary === 'ar' || primary === 'fa' || primary === 'ur' ? '، ' : ', ';
}

/** What stands between two sentences: a space, or nothing where full stops bring their own. */
export function gap(language: string): string {
  return /^(?:ja|zh)\b/i.test(language) ? '' : ' ';
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

// Without a second choice, a language ICU does not know would get the machine's own.
function locales(language: string): string[] {
  return [language, 'en'];
}
