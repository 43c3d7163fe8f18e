import { knowledgeOf } from './knowledge.ts';
import type { Separators } from './language.ts';

/**
 * The punctuation a language has between the parts of a statement.
 *
 * @param language BCP 47
 */
export function separatorsOf(language: string): Separators {
  return knowledgeOf(language, 'separators');
}
