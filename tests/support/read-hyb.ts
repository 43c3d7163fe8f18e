/**
 * A reader of hyphenation dictionaries: the format and the search as Android's minikin states
 * them in doc/hyb_file_format.md, independent of the compiler.
 */
export interface HybDictionary {
  /** Offsets at which the word may be broken; undefined where a letter is not in the alphabet. */
  readonly breaks: (word: string) => number[] | undefined;
  readonly fileSize: number;
}

export function readHyb(bytes: Uint8Array): HybDictionary {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (offset: number): number => view.getUint32(offset, true);
  if (at(0) !== 0x62ad7968 || at(4) !== 0) throw new Error('not a hyphenation dictionary of version 0');
  const [alphabetAt, trieAt, patternsAt, fileSize] = [at(8), at(12), at(16), at(20)];

  if (at(alphabetAt) !== 1) throw new Error('not an alphabet of version 1');
  const codes = new Map<number, number>();
  let previous = -1;
  for (let index = 0; index < at(alphabetAt + 4); index++) {
    const entry = at(alphabetAt + 8 + 4 * index);
    if (entry <= previous) throw new Error('the alphabet is not sorted, and minikin searches it by halves');
    previous = entry;
    codes.set(entry >>> 11, entry & 0x7ff);
  }

  const [characterMask, linkShift, linkMask, patternShift, slots] = [4, 8, 12, 16, 20].map((offset) =>
    at(trieAt + offset),
  ) as [number, number, number, number, number];
  const slot = (index: number): number => {
    if (index >= slots) throw new Error(`slot ${index} lies beyond the trie`);
    return at(trieAt + 24 + 4 * index);
  };
  const poolAt = patternsAt + at(patternsAt + 8);

  const breaks = (word: string): number[] | undefined => {
    const letters = Array.from(word).map((letter) => codes.get(letter.codePointAt(0) ?? 0));
    if (letters.includes(undefined)) return undefined;
    const path = [0, ...(letters as number[]), 0];
    const levels = new Array<number>(path.length).fill(0);
    for (let start = 0; start < path.length - 1; start++) {
      let node = 0;
      for (let end = start; end < path.length; end++) {
        const entry = slot(node + (path[end] ?? 0));
        if ((entry & characterMask) >>> 0 !== path[end]) break;
        node = (entry & linkMask) >>> linkShift;
        const pattern = slot(node) >>> patternShift;
        if (pattern === 0) continue;
        const packed = at(patternsAt + 16 + 4 * pattern);
        const [length, shift, offset] = [packed >>> 26, (packed >>> 20) & 0x3f, packed & 0xfffff];
        const first = end + 1 - (length + shift);
        for (let index = 0; index < length; index++) {
          const level = bytes[poolAt + offset + index] ?? 0;
          levels[first + index] = Math.max(levels[first + index] ?? 0, level);
        }
      }
    }
    // As Chrome and the hyphen package do: two letters stay together at either end.
    return levels.flatMap((level, index) =>
      level % 2 === 1 && index >= 2 && index <= word.length - 2 ? [index] : [],
    );
  };
  return { breaks, fileSize };
}
