import type { Element } from 'hast';
import { counterStyleOf } from '../language/digits.ts';
import { classesOf } from './element.ts';

/**
 * The class of a list whose items are numbered in the digits of a language; none where they are 0 to 9.
 *
 * @param language BCP 47
 */
export function digitsClass(language: string): string[] {
  const style = counterStyleOf(language);
  return style === undefined ? [] : [`${style}-digits`];
}

/**
 * Says of a list that its items are numbered in the digits of its language. Notes and contents have numbers of
 * their own.
 *
 * @param list an `ol`; it is changed
 * @param language of the list (BCP 47)
 */
export function stateDigits(list: Element, language: string): void {
  const { type = '1' } = list.properties;
  const own = digitsClass(language);
  const classes = classesOf(list);
  if (own.length === 0 || type !== '1' || classes.includes('notes') || classes.includes('contents')) return;
  list.properties['className'] = [...classes, ...own];
}
