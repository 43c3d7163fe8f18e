import { dictionary } from '../../book/dictionary.ts';

/** What stands before a place and before several. */
type Forms = readonly [single: string, multiple: string];

/**
 * Terms for places in works that CSL lacks: signs, which a reader of laws or classics knows where the word that a style
 * has for them may be another; and the tome, which is no volume where one is bound as several.
 */
export const ownTerms = dictionary<{ readonly long: Forms; readonly short: Forms }>({
  'section-sign': { long: ['§', '§§'], short: ['§', '§§'] },
  'paragraph-sign': { long: ['¶', '¶¶'], short: ['¶', '¶¶'] },
  tome: { long: ['tome', 'tomes'], short: ['t.', 't.'] },
});
