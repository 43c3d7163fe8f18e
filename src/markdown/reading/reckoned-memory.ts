/** What a character takes in all trees and texts, in bytes. */
const ofCharacter = 24;

/** What a character of a formula takes besides, in bytes. */
const ofFormula = 1000;

const formulas = /\$\$[^]*?\$\$|\$[^$\n]+\$|^```math\n[^]*?^```/gm;

/** What an item of a list takes, in bytes. */
const ofItem = 9000;

const items = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]/gm;

/** What a cell of a table takes, in bytes. */
const ofCell = 7000;

/** What is made of a sign, at most, while its file is read and made into HTML, in bytes. */
const ofSigns: Readonly<Record<string, number>> = {
  '\n': 4000,
  '&': 5000,
  '[': 12_000,
  ']': 12_000,
  '<': 6000,
  '*': 2000,
  _: 2000,
  '~': 2000,
  '^': 2000,
  '=': 1000,
  '`': 3000,
  $: 16_000,
  '\\': 1500,
  ':': 1500,
  '{': 1500,
  '-': 1500,
  '"': 1000,
  "'": 1000,
};

const costs = new Uint16Array(128);
for (const [sign, bytes] of Object.entries(ofSigns)) costs[sign.charCodeAt(0)] = bytes;

/** What a text is reckoned to take, and the first place, in code units, up to which it takes too much. */
export interface Reckoned {
  readonly bytes: number;
  readonly beyond?: number;
}

/**
 * Reckons how much memory a text takes, from the signs it has, in one pass: high rather than low, since who
 * runs out of memory is not asked. Of signs in a row the first counts.
 *
 * @param source any text
 * @param cells how many its tables have, which are more than signs of them
 * @param most how much it may take, in bytes
 */
export function reckonedMemory(source: string, cells: number, most: number): Reckoned {
  const found = source.match(items)?.length ?? 0;
  let bytes = cells * ofCell + found * ofItem + charactersOfFormulas(source) * ofFormula;
  let before = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    bytes += ofCharacter;
    if (code < 128 && code !== before) bytes += costs[code] ?? 0;
    else if (code === 0x0a) bytes += costs[code] ?? 0;
    if (bytes > most) return { bytes, beyond: at };
    before = code;
  }
  return { bytes };
}

function charactersOfFormulas(source: string): number {
  if (!/\$|^```math/m.test(source)) return 0;
  return Array.from(source.matchAll(formulas), ([{ length }]) => length).reduce((sum, each) => sum + each, 0);
}
