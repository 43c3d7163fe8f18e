import { dictionary } from '../../book/dictionary.ts';

/*
 * How much memory a build takes at most, of Node.js 20 with room for 4 GB, for each thing of which a text may hold
 * nothing else: measured by `npm run bench:constructs`.
 */

/** What a character takes in all trees and texts, in bytes: of the signs of ASCII, and of others. */
const ofCharacter = 80;
const ofOther = 250;

const newline = 0x0a;
const ofLine = 4000;

/** What is made of a sign, at most, while its file is read and made into HTML, in bytes. */
const ofSigns = dictionary<number>({
  '\n': ofLine,
  '&': 5000,
  '[': 12_000,
  ']': 12_000,
  '<': 6000,
  '>': 2000,
  '*': 3200,
  _: 3200,
  '~': 5500,
  '^': 5500,
  '=': 3200,
  '`': 3000,
  $: 16_000,
  '\\': 4000,
  ':': 1500,
  '{': 1500,
  '-': 2200,
  '"': 1300,
  "'": 1300,
});

/** What is made of a line without text, behind which a block begins, besides, in bytes. */
const ofBlank = 5000;

/** What else is made of things, at most, in bytes. */
const ofThings: ReadonlyArray<readonly [pattern: RegExp, bytes: number]> = [
  // Items of lists.
  [/^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]/gm, 15_000],
  // Dots that become an ellipsis.
  [/\.{3,}/g, 2600],
];

/** What a cell of a table takes, and a row besides, in bytes. */
const ofCell = 7000;
const ofRow = 10_000;

/** What a character of a formula takes besides, and one of code that is coloured, in bytes. */
const ofFormula = 1000;
const ofCode = 500;

const formulas = /\$\$[^]*?\$\$|\$[^$\n]+\$|^```math\n[^]*?^```/gm;

/** What each word of the longest paragraph takes besides, in bytes: of others it is free again by then. */
const ofWord = 600;
const blank = 0x20;

const costs = new Uint16Array(128);
for (const [sign, bytes] of Object.entries(ofSigns)) costs[sign.charCodeAt(0)] = bytes;

/** How many cells and rows the tables of a text have. */
export interface TableSize {
  readonly cells: number;
  readonly rows: number;
}

/** What a text is reckoned to take, and the first place, in code units, up to which it takes too much. */
export interface Reckoned {
  readonly bytes: number;
  readonly beyond?: number;
}

/**
 * Reckons how much memory a text takes, from the signs it has, in one pass for each kind: high rather than low, since
 * who runs out of memory is not asked. Of signs in a row the first counts.
 *
 * @param source any text
 * @param tables what its tables have, which is more than signs of it
 * @param most how much it may take, in bytes
 */
export function reckonedMemory(source: string, { cells, rows }: TableSize, most: number): Reckoned {
  let bytes =
    cells * ofCell +
    rows * ofRow +
    ofThings.reduce((sum, [pattern, each]) => sum + (source.match(pattern)?.length ?? 0) * each, 0) +
    charactersOfFormulas(source) * ofFormula +
    charactersOfCode(source) * ofCode;
  let before = 0;
  let words = 0;
  let longest = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code >= 128) bytes += ofOther;
    else if (code !== before) bytes += ofCharacter + (costs[code] ?? 0);
    else bytes += code === newline ? ofCharacter + ofLine + ofBlank : ofCharacter;
    if (code === blank && before !== blank) words += 1;
    else if (code === newline && before === newline) words = 0;
    longest = Math.max(longest, words);
    const all = bytes + longest * ofWord;
    if (all > most) return { bytes: all, beyond: at };
    before = code;
  }
  return { bytes: bytes + longest * ofWord };
}

function charactersOfFormulas(source: string): number {
  if (!/\$|^```math/m.test(source)) return 0;
  return Array.from(source.matchAll(formulas), ([{ length }]) => length).reduce((sum, each) => sum + each, 0);
}

const fence = /^[ \t>]*(`{3,}|~{3,})(.*)$/gm;

/** How much stands in fenced code whose language is given. */
function charactersOfCode(source: string): number {
  let sum = 0;
  let open: { readonly sign: string; readonly from: number } | undefined;
  for (const { 0: line, 1: sign = '', 2: language = '', index } of source.matchAll(fence)) {
    if (open === undefined) {
      const isColoured = /^[ \t]*[\w{]/.test(language) && !/^[ \t]*math\b/.test(language);
      open = { sign, from: isColoured ? index + line.length : Infinity };
    } else if (sign.startsWith(open.sign) && language.trim() === '') {
      sum += Math.max(index - open.from, 0);
      open = undefined;
    }
  }
  return open === undefined ? sum : sum + Math.max(source.length - open.from, 0);
}
