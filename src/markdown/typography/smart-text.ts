import { punctuationRules, type Orthography } from '../../language/punctuation.ts';
import { smarten } from './smarten.ts';

/**
 * Typographic punctuation for words that stand outside the text of a chapter, in attributes and
 * terms.
 *
 * @param text as typed, in which nothing is markup
 * @param orthography how it is written
 */
export function smartText(text: string, orthography: Orthography): string {
  return smarten([{ text, rules: punctuationRules(orthography), fixed: false }])[0] ?? text;
}
