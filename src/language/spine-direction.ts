import { directionOf } from './direction.ts';
import { knowledgeOf } from './knowledge.ts';
import type { SpineDirection } from './language.ts';

/**
 * How the words on the spine run in books of a language. ISO 6357 (1985) and ANSI/NISO Z39.41 have
 * them run downwards, as do books in English, Dutch and the languages of Scandinavia; Russia took that
 * over with GOST 7.84-2002, and German publishers mostly have. In the rest of the continent and in
 * Latin America the older habit holds, upwards.
 *
 * @param language BCP 47
 */
export function spineDirectionOf(language: string): SpineDirection {
  return knowledgeOf(language, 'spine');
}

/**
 * By how many degrees a line is turned clockwise to run so: one written from right to left begins at
 * its other end.
 *
 * @param language BCP 47
 */
export function spineTurn(language: string): 90 | -90 {
  const down = spineDirectionOf(language) !== 'up';
  return down === (directionOf(language) === 'ltr') ? 90 : -90;
}
