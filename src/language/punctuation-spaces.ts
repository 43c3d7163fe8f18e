import type { PunctuationSpaces } from '../book/metadata.ts';
import type { QuotationMarks, Spaces } from './language.ts';

/**
 * A stretch of a paragraph with the spaces that belong to its punctuation.
 *
 * @param text the stretch, in typographic quotation marks
 * @param before the character before it, and `after` the one behind: line feeds at the ends of the paragraph
 */
export type SpacePunctuation = (text: string, before: string, after: string) => string;

const noBreak = '\u00a0';
const narrow = '\u202f';

/** Behind these stands no space: another mark, what opens, and a space that is there already. */
const closed = String.raw`(?<=[^\s;:!?¡¿([{<«“‘‹„/_–—-])`;
/** No punctuation: the end of a character reference, or of a name between colons. */
const named = String.raw`(?<!&#?[A-Za-z0-9]{1,12}|(?<![\p{L}\p{N}]):[\w+-]{1,24})`;
/** A mark, or several in a row, at the end of a word: no query of an address, no operator, no time of day. */
const marks = String.raw`(?=([;:!?])[;:!?]*[\s.,…)\]}»”’›"'–—])`;
const lacking = new RegExp(`${closed}${named}${marks}`, 'gu');

/**
 * What sets the spaces of a language before ; : ! ? and within guillemets: those typed become spaces at
 * which no line ends, and where none is typed one is added, if the book has that so.
 *
 * @param quotationMarks those of the language
 * @param spaces its spaces
 * @param wanted whether spaces are added
 * @returns undefined where the language has no such spaces
 */
export function punctuationSpaces(
  { double }: QuotationMarks,
  { beforePunctuation }: Spaces,
  wanted: PunctuationSpaces,
): SpacePunctuation | undefined {
  if (beforePunctuation === undefined) return undefined;
  const before = (mark: string): string =>
    beforePunctuation.narrow.includes(mark) ? narrow : beforePunctuation.wide.includes(mark) ? noBreak : '';
  const [, inner = ''] = double[0];
  const bind = (text: string): string =>
    text
      .replace(/ (?=([;!?]|:(?=\s|$)))/g, (_, mark: string) => before(mark) || narrow)
      .replace(/ (?=»)/g, inner || narrow)
      .replace(/« /g, `«${inner || narrow}`);
  if (wanted === 'typed') return bind;
  return (text, previous, next) => {
    if (text === '') return text;
    // The neighbours tell what stands here; the spaces at their own marks are theirs.
    const first = previous === '«' ? '(' : previous;
    const last = /[;:!?»]/.test(next) ? ')' : next;
    const set = `${first}${bind(text)}${last}`
      .replace(lacking, (_, mark: string) => before(mark))
      .replace(/«(?=\S)/g, `«${inner}`)
      .replace(/(?<=[^\s«(])(?=»)/g, inner);
    return set.slice(first.length, set.length - last.length);
  };
}
