/** Scripts that are written without blanks: a line ends between any two letters. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\p{sc=Yi}]/u;

/** Pictures written into their address are told of as such. */
const picture = /\]\(<?data:|=["']?data:/;

/**
 * Where the first word begins that is longer than a limit, in one pass: as it is longer, one of the
 * places that are multiples of the limit lies in it.
 *
 * @param source any text
 * @param longest in code units
 */
export function endlessWord(source: string, longest: number): number | undefined {
  for (let place = longest; place < source.length; place += longest) {
    let start = place;
    while (start > 0 && !isBlank(source.charCodeAt(start - 1))) start--;
    let end = place;
    while (end < source.length && !isBlank(source.charCodeAt(end))) end++;
    const word = end - start > longest ? source.slice(start, end) : '';
    if (!picture.test(word) && word.split(unspaced).some((part) => part.length > longest)) return start;
    place = Math.max(place, end - (end % longest));
  }
  return undefined;
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}
