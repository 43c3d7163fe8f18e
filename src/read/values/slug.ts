import { spellInAscii } from '../../language/ascii.ts';

const longest = 60;

/**
 * An ASCII stem for file names: lower case, words joined by hyphens, at most 60 characters.
 *
 * @param title the title of the book
 * @param language its BCP 47 tag, which decides how Cyrillic reads
 * @returns the stem, or `book` where nothing of the title can be spelled in ASCII
 */
export function slugOf(title: string, language = 'en'): string {
  const words = spellInAscii(title.toLowerCase(), language)
    .replace(/['’ʼ‘]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = (words[0] ?? 'book').slice(0, longest);
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > longest) break;
    slug += `-${word}`;
  }
  return slug;
}
