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
  for (const tag of [...shortenedTags(language), 'en']) {
    const wording = statedFor(tag, 'wording');
    if (wording !== undefined && wording !== null) return wording;
  }
  throw new Error('templates/languages/en.json has no wording');
}
