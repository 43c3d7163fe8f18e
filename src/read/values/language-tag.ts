import { Fault } from './fault.ts';

/**
 * A language tag in canonical form (BCP 47, RFC 5646).
 *
 * @param text the tag as written
 */
export function parseLanguage(text: string): string | Fault {
  const wrong = new Fault(`"${text}" is not a language tag`, { rule: 'language-tag' });
  // Registered languages have two or three letters; longer words are names such as "english".
  if (!/^[a-z]{2,3}(?:-|$)/i.test(text)) return wrong;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? wrong;
  } catch {
    return wrong;
  }
}
