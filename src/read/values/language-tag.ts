import { tagOfName } from '../../language/tag-of-name.ts';
import { canonicalTag } from '../../language/tag.ts';
import { Fault } from './fault.ts';

/**
 * A language tag in canonical form (BCP 47, RFC 5646), also where it is written as the name of a locale.
 *
 * @param text the tag as written
 */
export function parseLanguage(text: string): string | Fault {
  const tag = canonicalTag(text) ?? tagOfLocale(text);
  if (tag !== undefined) return tag;
  const named = tagOfName(text);
  return new Fault(`"${text}" is not a language tag`, {
    rule: 'language-tag',
    ...(named !== undefined && { hint: `Write ${named}, the tag of that language.` }),
  });
}

/**
 * The language tag of a locale as systems write it: `pt-BR` of `pt_BR.UTF-8`; undefined for what is none.
 *
 * @param text as written
 */
export function tagOfLocale(text: string): string | undefined {
  const [, locale] = /^([a-z]{2,3}(?:_[a-z0-9]{2,8})+)(?:\.[\w-]+)?$/i.exec(text) ?? [];
  return locale === undefined ? undefined : canonicalTag(locale.replaceAll('_', '-'));
}
