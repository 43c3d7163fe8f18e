import type { Metadata, Original } from '../book/metadata.ts';

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
  const same = primary(original.language) === primary(language);
  return same ? undefined : { ...original, language: original.language };
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}
