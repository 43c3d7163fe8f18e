/**
 * What `Intl` is asked for: the language, and English where CLDR does not know it. Without a second
 * choice such a language would get the machine's own.
 *
 * @param language BCP 47
 */
export function locales(language: string): string[] {
  return [language, 'en'];
}
