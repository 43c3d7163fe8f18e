/** What stands between two signs, and beside them. */
export interface Surroundings {
  /** The character before the first sign; empty at the beginning. */
  readonly before: string;
  readonly content: string;
  /** The character behind the second sign; empty at the end. */
  readonly after: string;
}

/** A letter or digit of a script that has blanks between its words. */
const wordCharacter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u;
const east =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;
/** One word, emphasized or not, with the sign of a charge behind it. */
const oneWord = /^[*_]{0,3}[\p{L}\p{N}]+[*_]{0,3}[-+−–]?$/u;

/**
 * Whether `^…^` raises what it holds: `m^2^`, `1^er^`, `Ca^2+^`, `^[1]^`. Powers written without a
 * second sign, as in `x^2+y^2` and `a^n+b^n`, and faces such as `^_^` stay text.
 */
export function isRaised({ before, content: typed, after }: Surroundings): boolean {
  const content = typed.replace(/\\[[\]]/g, '').replace(/\\(?=[!-/:-@^-`{-~])/g, '');
  if (content.startsWith('[')) return /^\[[^[\]]+\]$/.test(content) && after !== '[';
  if (/[[\]]/.test(content) || !isWhole(content)) return false;
  // Without letters only what stands beside something can be meant: K^+^, but not ^-^.
  const hasBase = before !== '' && !/[\s\p{Ps}]/u.test(before);
  const isMeant = /[\p{L}\p{N}]/u.test(content) || (hasBase && /^[-+−–*∗†‡§¶′″°±∞#]+$/u.test(content));
  return isMeant && endsThere(content, after);
}

/**
 * Whether `~…~` lowers what it holds: `H~2~O`, `x~i,j~`. It stands beside what it belongs to. Ranges
 * such as `20~25`, in the east between words too, and paths such as `~/a` stay text.
 */
export function isLowered({ before, content, after }: Surroundings): boolean {
  if (before === '' || /[\s\p{Ps}\p{Pi}.,:;!?/\\~&"']/u.test(before) || after === '~') return false;
  if (east.test(content) || /[[\]/]/.test(content) || !isWhole(content)) return false;
  return /[\p{L}\p{N}+−]/u.test(content) && endsThere(content, after);
}

/** Whether a sign behind this ends it: before a letter or digit only a single word may end. */
function endsThere(content: string, after: string): boolean {
  if (/\p{N}/u.test(after)) return false;
  return after === '' || !wordCharacter.test(after) || oneWord.test(content);
}

/** Whether what opens in it closes in it: parentheses, code, formulas. */
function isWhole(content: string): boolean {
  let depth = 0;
  for (const character of content) {
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) return false;
  }
  const count = (sign: string): number => content.split(sign).length - 1;
  return depth === 0 && count('`') % 2 === 0 && count('$') % 2 === 0;
}
