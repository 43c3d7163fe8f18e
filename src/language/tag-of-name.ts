import { locales } from './locales.ts';

/**
 * The tag of a language called by its name in English or in itself: `de` for "German" and "Deutsch";
 * undefined where no language of two letters is called so.
 *
 * @param name in any case
 */
export function tagOfName(name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .find((tag) => {
      const inEnglish = english.of(tag);
      if (inEnglish === undefined) return false;
      if (inEnglish.toLowerCase() === wanted) return true;
      return new Intl.DisplayNames(locales(tag), { type: 'language' }).of(tag)?.toLowerCase() === wanted;
    });
}
