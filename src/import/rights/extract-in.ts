import type { ImportedRights } from '../imported.ts';

/** "… and a maximum 500-character extract of the story" → the size, and the sentence without it. */
export function extractIn(sentence: string): { extract?: ImportedRights['extract']; without: string } {
  const found =
    /,?\s*(?:and|with|as well as|including)?\s*(?:an?\s|up to\s)?(?:maximum|max\.?|no more than|at most|up to)?\s*(?:of\s)?(\d[\d,]*)[\s-]+(character|word)s?[\s-]+(?:extract|excerpt|quotation)[^.;,]*/iu.exec(
      sentence,
    );
  if (found === null) return { without: sentence };
  const size = Number((found[1] ?? '').replaceAll(',', ''));
  const extract = /^c/i.test(found[2] ?? '') ? { characters: size } : { words: size };
  return { extract, without: sentence.replace(found[0], '').replace(/\s+([.;,])/g, '$1') };
}
