import { canonicalTag } from '../../language/tag.ts';
import { Fault } from './fault.ts';

/**
 * A language tag in canonical form (BCP 47, RFC 5646).
 *
 * @param text the tag as written
 */
export function parseLanguage(text: string): string | Fault {
  return canonicalTag(text) ?? new Fault(`"${text}" is not a language tag`, { rule: 'language-tag' });
}
