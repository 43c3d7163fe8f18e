/** Languages written from right to left whose tags usually come without a script. */
const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);
const rightToLeftScripts = new Set(['adlm', 'arab', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa']);

/**
 * Which way a language is written.
 *
 * @param language a BCP 47 tag; a script subtag decides over the language
 */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = '', ...rest] = language.toLowerCase().split('-');
  const script = rest.find((subtag) => subtag.length === 4 && /^[a-z]/.test(subtag));
  const rtl = script === undefined ? rightToLeft.has(primary) : rightToLeftScripts.has(script);
  return rtl ? 'rtl' : 'ltr';
}
