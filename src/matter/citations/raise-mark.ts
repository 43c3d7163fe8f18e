import type { Parent, RootContent } from 'mdast';
import { primaryLanguage } from '../../language/tag.ts';
import { text } from '../element.ts';

/** Languages whose marks of notes stand before the punctuation of the sentence. */
const before: ReadonlySet<string> = new Set(['fr', 'ru', 'uk', 'be', 'bg', 'pl', 'es', 'ca', 'gl']);

/**
 * Puts a mark where its language has it: directly behind the word, and behind the punctuation that the author typed
 * after the citation; American quotation marks take stops and commas in.
 *
 * @param parent the line
 * @param mark in it, in place of what the author typed between brackets
 * @param language of the text (BCP 47)
 */
export function raiseMark(parent: Parent, mark: RootContent, language: string): void {
  const index = parent.children.indexOf(mark);
  const previous = parent.children[index - 1];
  const next = parent.children[index + 1];
  if (previous?.type === 'text') previous.value = previous.value.replace(/[ \t\n\u00A0\u202F]+$/, '');
  if (next?.type !== 'text' || before.has(primaryLanguage(language))) return;
  const [signs] = /^(?:\.{3}|[.,;:!?…])+/.exec(next.value) ?? [];
  if (signs === undefined) return;
  next.value = next.value.slice(signs.length);
  if (previous?.type === 'text') previous.value = withSigns(previous.value, signs, language);
  else parent.children.splice(index, 0, text(signs));
}

/**
 * Words with the punctuation behind them, which is not said twice.
 *
 * @param signs perhaps none
 * @param language of the text (BCP 47)
 */
export function withSigns(words: string, signs: string, language: string): string {
  if (isAmerican(language) && /^[.,]$/.test(signs) && /[^.,!?]["”’]$/.test(words))
    return `${words.slice(0, -1)}${signs}${words.slice(-1)}`;
  return signs === '.' && /[.!?…]$/.test(words) ? words : words + signs;
}

function isAmerican(language: string): boolean {
  const tag = language.toLowerCase();
  return tag === 'en' || tag === 'en-us';
}
