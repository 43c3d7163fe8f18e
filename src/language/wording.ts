import type { Labels } from '../book/labels.ts';
import { statedFor } from './knowledge.ts';
import { shortenedTags } from './tag.ts';

/**
 * The fixed wording in the language of a book: of its exact tag, else of ever shorter ones, else in
 * English.
 *
 * @param language BCP 47
 */
export function wordingOf(language: string): Labels {
  return stated(language).wording;
}

/**
 * The language in which the fixed wording of a book is.
 *
 * @param language BCP 47, of the book
 * @returns the same where there is wording in it, else `en`
 */
export function wordingLanguage(language: string): string {
  return shortenedTags(language).includes(stated(language).tag) ? language : 'en';
}

function stated(language: string): { readonly tag: string; readonly wording: Labels } {
  for (const tag of [...shortenedTags(language), 'en']) {
    const wording = statedFor(tag, 'wording');
    if (wording !== undefined && wording !== null) return { tag, wording };
  }
  throw new Error('templates/languages/en.json has no wording');
}
