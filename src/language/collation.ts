import { knowledgeOf } from './knowledge.ts';
import { locales } from './locales.ts';

/** Scripts of so many characters that each would make a group of its own. */
const manifold = /\p{Script=Han}/u;

/**
 * The order of words in a language, numbers by their value.
 *
 * @param language BCP 47
 */
export function wordOrder(language: string): (first: string, second: string) => number {
  return new Intl.Collator(locales(language), { numeric: true }).compare;
}

/** How a language counts letters. */
export interface LetterOrder {
  /** The capital under which an index has a word; empty where it begins with no letter. */
  readonly letterOf: (word: string) => string;
  /** Whether two letters are one to those who look something up. */
  readonly isSame: (first: string, second: string) => boolean;
}

/**
 * The letters of a language as an index has them: Ä is an A in German and a letter of its own in
 * Swedish, Ch is one letter in Czech.
 *
 * @param language BCP 47
 */
export function letterOrder(language: string): LetterOrder {
  const { compare } = new Intl.Collator(locales(language), { sensitivity: 'base' });
  const digraphs = knowledgeOf(language, 'digraphs');
  const isSame = (first: string, second: string): boolean => compare(first, second) === 0;
  const letterOf = (word: string): string => {
    const start = word.toLowerCase();
    const digraph = digraphs.find((each) => start.startsWith(each));
    const letter = digraph ?? /^\p{L}/u.exec(word)?.[0] ?? '';
    if (letter === '' || manifold.test(letter)) return '';
    const bare = letter.normalize('NFD').replaceAll(/\p{M}/gu, '');
    const capital = (isSame(bare, letter) ? bare : letter).toLocaleUpperCase(language);
    return digraph === undefined ? capital : `${capital.slice(0, 1)}${digraph.slice(1)}`;
  };
  return { letterOf, isSame };
}
