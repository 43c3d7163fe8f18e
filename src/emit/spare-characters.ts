import { dictionary } from '../book/dictionary.ts';

/** What is set sooner or later in any book: the letters of the West, figures, marks, signs of money. */
const basic: ReadonlyArray<readonly [first: number, last: number]> = [
  [0x20, 0x17f],
  [0x2010, 0x205e],
  [0x20a0, 0x20bf],
];

/** What can be seen, or takes room. */
const settable = /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u;

/** Scripts of so many characters that what a book has of them says little of what comes next. */
const countless = /[\p{Script=Han}\p{Script=Hangul}]/u;

/**
 * Which of these characters are in common use, as national standards say: an encoding of two bytes, and the rows in which
 * they stand (JIS X 0208 level 1 with both kana, GB 2312 level 1, Big5 level 1, KS X 1001).
 */
const standards = dictionary<{ encoding: string; rows: [number, number]; first: number }>({
  Jpan: { encoding: 'euc-jp', rows: [0xa1, 0xcf], first: 0xa1 },
  Hans: { encoding: 'gb18030', rows: [0xa1, 0xd7], first: 0xa1 },
  Hant: { encoding: 'big5', rows: [0xa1, 0xc6], first: 0x40 },
  Kore: { encoding: 'euc-kr', rows: [0xa1, 0xc8], first: 0xa1 },
});

/**
 * Characters that may be typed next into a book: those of any book, those that stand near the ones it has, and for
 * scripts of thousands those in common use.
 *
 * @param used the characters that it has
 * @param scripts those with faces of their own that it is written in (ISO 15924)
 */
export function spareCharacters(used: Iterable<string>, scripts: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (first: number, last: number): void => {
    for (let code = first; code <= last; code++) {
      const character = String.fromCodePoint(code);
      if (settable.test(character)) found.add(character);
    }
  };
  for (const [first, last] of basic) add(first, last);
  const blocks = new Set<number>();
  for (const character of used)
    if (!countless.test(character)) blocks.add((character.codePointAt(0) ?? 0) >> 8);
  for (const block of blocks) add(block << 8, (block << 8) + 0xff);
  for (const script of scripts) for (const character of common(script)) found.add(character);
  return found;
}

function common(script: string): string[] {
  const standard = standards[script];
  if (standard === undefined) return [];
  const {
    encoding,
    rows: [top, bottom],
    first,
  } = standard;
  const bytes: number[] = [];
  for (let row = top; row <= bottom; row++)
    for (let cell = first; cell <= 0xfe; cell++) if (cell <= 0x7e || cell >= 0xa1) bytes.push(row, cell);
  return Array.from(new TextDecoder(encoding).decode(Uint8Array.from(bytes))).filter(
    (character) => character !== '\uFFFD' && settable.test(character),
  );
}
