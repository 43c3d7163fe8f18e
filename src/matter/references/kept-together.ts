/**
 * The wording with blanks before its placeholders that do not break: a number stays with the word
 * it belongs to.
 *
 * @param wording wording with `{placeholders}`
 */
export function keptTogether(wording: string): string {
  return wording.replaceAll(' {', '\u00a0{');
}
