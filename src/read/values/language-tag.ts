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

/** The tag of a language called by its name, or of a locale as systems write it (`pt_BR.UTF-8`). */
function hintFor(text: string): { readonly hint?: string } {
  const tag = tagOfName(text);
  const [, locale = ''] = /^([a-z]{2,3}(?:_\w+)+)(?:\.[\w-]+)?$/i.exec(text) ?? [];
  const ofLocale = canonicalTag(locale.replaceAll('_', '-'));
  if (tag === undefined && ofLocale !== undefined) return { hint: `Write ${ofLocale}, with a hyphen.` };
  return tag === undefined ? {} : { hint: `Write ${tag}, the tag of that language.` };
}
