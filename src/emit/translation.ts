import type { Metadata } from '../book/metadata.ts';
import type { Original } from '../book/other-works.ts';
import { primaryLanguage } from '../language/tag.ts';

/**
 * The work the book is a translation of: its original, where that is in another language; a
 * variety of the same language is none.
 *
 * @param metadata the metadata of the book
 */
export function translatedFrom(
  metadata: Metadata,
): (Required<Pick<Original, 'language'>> & Original) | undefined {
  const { original, language } = metadata;
  if (original?.language === undefined) return undefined;
  const same = primaryLanguage(original.language) === primaryLanguage(language);
  return same ? undefined : { ...original, language: original.language };
}
