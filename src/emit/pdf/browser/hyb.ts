import type { Patterns, PatternTrie } from '../../../language/hyphenation.ts';

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  /** Levels aligned to the end of the path, without leading zeros. */
  levels: number[] | undefined;
  /** Place in the packed array, given by `pack`. */
  slot: number;
}

/** Letters that stand inside words but must never be broken at. */
const inseparable = ["'", '’'];

/**
 * Compiles hyphenation patterns into the binary dictionary Chrome reads
 * (the hyb format, version 0, of Android's minikin: doc/hyb_file_format.md).
 *
 * @param patterns Liang patterns with their exceptions
 * @returns the bytes of `hyph-<language>.hyb`
 */
export function compileHyb(patterns: Patterns): Uint8Array {
  const root = trieOf(patterns);
  const codes = alphabetOf(root);
  const nodes = mergeEqual(root);
  const size = pack(nodes, codes);
  const levels = levelTable(nodes);
  const alphabet = alphabetTable(codes);
  const trie = trieTable(nodes, codes, size, levels.index);
  const header = words([0x62ad7968, 0, 24, 24 + alphabet.length, 24 + alphabet.length + trie.length, 0]);
  const file = Buffer.concat([header, alphabet, trie, levels.bytes]);
  file.writeUInt32LE(file.length, 20);
  return file;
}

function newNode(): TrieNode {
  return { next: new Map(), levels: undefined, slot: 0 };
}

function trieOf([levels, trie, exceptions = {}]: Patterns): TrieNode {
  const root = newNode();
  const add = (path: string, full: number[]): void => {
    let node = root;
    for (const letter of path) {
      let child = node.next.get(letter);
      if (child === undefined) node.next.set(letter, (child = newNode()));
      node = child;
    }
    const first = full.findIndex((level) => level !== 0);
    node.levels = first < 0 ? [] : full.slice(first);
  };
  const walk = (value: PatternTrie, path: string): void => {
    const [branch, index] = Array.isArray(value)
      ? value
      : typeof value === 'number'
        ? [{}, value]
        : [value, undefined];
    if (index !== undefined) {
      // The package counts positions from the first letter, the format from the word boundary before it.
      const stated = [...(path.startsWith('.') ? [0] : []), ...(levels[index] ?? [])];
      add(path, [
        ...stated,
        ...Array<number>(Math.max(0, Array.from(path).length + 1 - stated.length)).fill(0),
      ]);
    }
    for (const [letter, child] of Object.entries(branch)) walk(child, path + letter);
  };
  walk(trie, '');
  for (const [word, breaks] of Object.entries(exceptions)) {
    // 11 allows a break and 10 forbids it, above every level of a pattern.
    const inner = Array.from(word)
      .slice(1)
      .map((_, index) => (breaks.includes(index + 1) ? 11 : 10));
    add(`.${word}.`, [...inner, 0, 0]);
  }
  for (const mark of inseparable) if (!root.next.has(mark)) add(mark, [8, 8]);
  return root;
}

/** Letter → code; the word boundary is 0, the two cases of a letter share one code. */
function alphabetOf(root: TrieNode): Map<string, number> {
  const letters = new Set<string>();
  const stack = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const [letter, child] of node.next) {
      letters.add(letter);
      stack.push(child);
    }
  }
  letters.delete('.');
  const codes = new Map<string, number>([['.', 0]]);
  for (const letter of [...letters].toSorted()) {
    const code = new Set(codes.values()).size;
    codes.set(letter, code);
    const upper = letter.toUpperCase();
    if (Array.from(upper).length === 1 && !codes.has(upper)) codes.set(upper, code);
  }
  return codes;
}

/** Suffix compression: every distinct subtree once, the root first. */
function mergeEqual(root: TrieNode): TrieNode[] {
  const unique = new Map<string, TrieNode>();
  const ids = new Map<TrieNode, number>();
  const visit = (node: TrieNode): TrieNode => {
    for (const [letter, child] of node.next) node.next.set(letter, visit(child));
    const key = `${node.levels?.join() ?? '-'} ${[...node.next].map(([letter, child]) => letter + ids.get(child)).join(' ')}`;
    const known = unique.get(key);
    if (known !== undefined) return known;
    unique.set(key, node);
    ids.set(node, ids.size);
    return node;
  };
  visit(root);
  return [...unique.values()].toReversed();
}

/** First-fit packing of the nodes' edges into one array (Liang's thesis, chapter 4); its length. */
function pack(nodes: ReadonlyArray<TrieNode>, codes: ReadonlyMap<string, number>): number {
  const takenNodes = new Set<number>();
  const takenEdges: boolean[] = [];
  let firstFree = 0;
  let last = 0;
  for (const node of nodes) {
    const edges = [...node.next.keys()].map((letter) => codes.get(letter) ?? 0).toSorted((a, b) => a - b);
    const lowest = edges[0] ?? 0;
    let slot = edges.length === 0 ? 0 : Math.max(0, firstFree - lowest);
    while (takenNodes.has(slot) || edges.some((code) => takenEdges[slot + code])) slot++;
    node.slot = slot;
    takenNodes.add(slot);
    for (const code of edges) takenEdges[slot + code] = true;
    while (takenEdges[firstFree]) firstFree++;
    last = Math.max(last, slot);
  }
  return last + Math.max(...codes.values()) + 1;
}

function levelTable(nodes: ReadonlyArray<TrieNode>): { bytes: Buffer; index: Map<string, number> } {
  const index = new Map<string, number>([['', 0]]);
  const entries = [0];
  const pool = new Map<string, number>();
  const bytes: number[] = [];
  for (const { levels } of nodes) {
    if (levels === undefined || index.has(levels.join())) continue;
    const kept = levels.slice(0, levels.findLastIndex((level) => level !== 0) + 1);
    let offset = pool.get(kept.join());
    if (offset === undefined) {
      pool.set(kept.join(), (offset = bytes.length));
      bytes.push(...kept);
    }
    index.set(levels.join(), entries.length);
    entries.push(((kept.length << 26) | ((levels.length - kept.length) << 20) | offset) >>> 0);
  }
  const head = words([0, entries.length, 16 + 4 * entries.length, bytes.length, ...entries]);
  return { bytes: Buffer.concat([head, Buffer.from(bytes)]), index };
}

function alphabetTable(codes: ReadonlyMap<string, number>): Buffer {
  const entries = [...codes]
    .filter(([letter]) => letter !== '.')
    .map(([letter, code]) => ((letter.codePointAt(0) ?? 0) << 11) | code)
    .toSorted((a, b) => a - b);
  return words([1, entries.length, ...entries]);
}

function trieTable(
  nodes: ReadonlyArray<TrieNode>,
  codes: ReadonlyMap<string, number>,
  size: number,
  levelIndex: ReadonlyMap<string, number>,
): Buffer {
  const linkShift = bits(Math.max(...codes.values()));
  const patternShift = linkShift + bits(size - 1);
  const packed = new Array<number>(size).fill(0);
  const put = (slot: number, value: number): void => {
    packed[slot] = ((packed[slot] ?? 0) | value) >>> 0;
  };
  for (const node of nodes) {
    if (node.levels !== undefined) put(node.slot, (levelIndex.get(node.levels.join()) ?? 0) << patternShift);
    for (const [letter, child] of node.next) {
      const code = codes.get(letter) ?? 0;
      put(node.slot + code, (child.slot << linkShift) | code);
    }
  }
  const linkMask = 2 ** patternShift - 2 ** linkShift;
  return words([0, 2 ** linkShift - 1, linkShift, linkMask, patternShift, size, ...packed]);
}

function bits(largest: number): number {
  return largest > 0 ? 32 - Math.clz32(largest) : 0;
}

function words(values: ReadonlyArray<number>): Buffer {
  const buffer = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => buffer.writeUInt32LE(value >>> 0, 4 * index));
  return buffer;
}
