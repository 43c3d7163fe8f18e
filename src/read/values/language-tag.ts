import { tagOfName } from '../../language/tag-of-name.ts';
import { canonicalTag } from '../../language/tag.ts';
import { Fault } from './fault.ts';

/**
 * A language tag in canonical form (BCP 47, RFC 5646).
 *
 * @param text the tag as written
 */
export function parseLanguage(text: string): string | Fault {
  return (
    canonicalTag(text) ??
    new Fault(`"${text}" is not a language tag`, { rule: 'language-tag', ...hintFor(text) })
  );
}

/** The tag of a language called by its name. */
function hintFor(text: string): { readonly hint?: string } {
  const tag = tagOfName(text);
  return tag === undefined ? {} : { hint: `Write ${tag}, the tag of that language.` };
}
