import { directionOf } from '../../book/direction.ts';

/** How words run along a spine: downwards, upwards, or upright one below the other. */
export type SpineDirection = 'down' | 'up' | 'upright';

/**
 * Languages whose books have their titles run upwards. ISO 6357 (1985) and ANSI/NISO Z39.41 have
 * them run downwards, as do books in English, Dutch and the languages of Scandinavia; Russia took
 * that over with GOST 7.84-2002, and German publishers mostly have. In the rest of the continent and
 * in Latin America the older habit holds.
 */
const upwards: ReadonlySet<string> = new Set([
  'bg',
  'ca',
  'cs',
  'el',
  'es',
  'eu',
  'fr',
  'gl',
  'hr',
  'hu',
  'it',
  'pl',
  'pt',
  'ro',
  'sk',
  'sl',
  'sr',
]);

/**
 * How the words on the spine run in books of a language.
 *
 * @param language BCP 47
 */
export function spineDirectionOf(language: string): SpineDirection {
  const [primary = ''] = language.toLowerCase().split('-');
  if (primary === 'ja' || primary === 'zh') return 'upright';
  return upwards.has(primary) ? 'up' : 'down';
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
