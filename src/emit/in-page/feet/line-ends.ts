/** Letters between which a line may end without a space. */
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Letters of scripts without spaces between words, where lines end all the same. */
const spaceless = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Whether a line may end in a text: behind a space, between ideographs, and between words of scripts that set
 * none between them. What stands on both sides is shaped apart.
 *
 * @param at index of the character before which it would end
 */
export function mayEndLine(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  if (/[ \n]/.test(before)) return /\S/.test(after);
  if (ideograph.test(before)) return ideograph.test(after);
  if (!spaceless.test(before) || !spaceless.test(after)) return false;
  // The dictionaries of these scripts are the same for every language.
  const words = new Intl.Segmenter(['th'], { granularity: 'word' }).segment(text);
  return words.containing(at)?.index === at;
}
