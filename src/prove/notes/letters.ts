/**
 * The letters, marks and digits of a text, which is what two editions of it have in common: spaces,
 * hyphens, joiners and punctuation are left out.
 */
export function letters(text: string): string {
  return text.normalize('NFD').replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/**
 * The letters and digits of a text as print may show them: a font can have one shape for a
 * ligature and its letters, capitals for small capitals, and accents as shapes of their own. What
 * looks like punctuation (modifier letters) is left out. A null, or a grapheme joiner, stands
 * for a shape of which the PDF does not say what letters it is.
 *
 * @param missing characters no font has
 */
export function printedLetters(text: string, missing: ReadonlySet<string>): string {
  return without(text, missing)
    .replaceAll('\u034F', '\0')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}\0]|\p{Lm}/gu, '')
    .toUpperCase();
}

/** The text without the characters given. */
export function without(text: string, characters: ReadonlySet<string>): string {
  if (characters.size === 0) return text;
  return Array.from(text)
    .filter((each) => !characters.has(each))
    .join('');
}

/** Scripts whose letters a PDF may hold in another order than they are read, or joined. */
const shaped =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Mongolian}]/u;

/** Whether a text has letters of a script that is shaped or written from right to left. */
export function isShaped(text: string): boolean {
  return shaped.test(text);
}

/** What a mark or the head of a note shows, without the full stop behind a number. */
export function numberText(text: string): string {
  return text.normalize('NFKC').replace(/[\s.\p{Cf}]/gu, '');
}
