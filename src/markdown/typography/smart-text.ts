import { punctuationRules } from '../../language/punctuation.ts';
import { smarten } from './smarten.ts';

/**
 * Typographic punctuation for words that stand outside the text of a chapter, in attributes and
 * terms.
 *
 * @param text as typed, in which nothing is markup
 * @param language BCP 47
 */
export function smartText(text: string, language: string): string {
  return smarten([{ text, rules: punctuationRules(language), fixed: false }])[0] ?? text;
}
