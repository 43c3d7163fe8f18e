import type { Hyphenation } from '../../pdf/page/pagination-script.ts';
import type { LineEnding } from './piece.ts';
import type { Part } from './whole-text.ts';
import { seen, type TextWidth } from './word-widths.ts';

/** Where a word may end a line, how, and how wide it is up to there, in CSS pixels. */
export interface Cut {
  readonly to: number;
  readonly end: LineEnding;
  readonly width: number;
  /** How many characters since the place before can be set apart: not those that nobody sees, nor marks on others. */
  readonly characters: number;
  readonly isLastResort?: boolean;
}

type Opportunity = readonly [at: number, end: LineEnding, isLastResort?: boolean];

/**
 * The places where a word may end a line, its own end the last.
 *
 * @param parts what the runs have of it
 * @param start where in the text of the paragraph it begins
 */
export function cutsOf(
  word: string,
  parts: ReadonlyArray<Part>,
  start: number,
  hyphenation: Hyphenation,
  textWidth: TextWidth,
): Cut[] {
  const ends: Opportunity[] = [...opportunities(word, parts, start, hyphenation), [word.length, 'space']];
  const isEach = setApart.test(word);
  let from = 0;
  return ends.map(([to, end, isLastResort = false]) => {
    let width = 0;
    for (const part of parts) {
      const before = part.start - start;
      if (before < to) width += textWidth(part.text.slice(0, to - before), part.run.face);
    }
    const characters = isEach ? to - from : seen(word.slice(from, to)).replaceAll(/\p{M}/gu, '').length;
    from = to;
    return { to, end, width, characters, ...(isLastResort && { isLastResort }) };
  });
}

/** Text of which every character can be set apart, as nearly all is. */
const setApart = /^[\0-\u00AC\u00AE-\u02FF\u2010-\u205F]*$/;

/** Where a word may be divided, and how it then ends. */
function opportunities(
  word: string,
  parts: ReadonlyArray<Part>,
  start: number,
  hyphenation: Hyphenation,
): Opportunity[] {
  const found = [
    ...typedOpportunities(word),
    ...partEnds(word, parts, start),
    ...parts.flatMap((part) => hyphenPoints(word, part, start, hyphenation)),
  ];
  if (found.length < 2) return found;
  const ordered = found.toSorted(([a], [b]) => a - b);
  return ordered.filter(([at], index) => at !== ordered[index - 1]?.[0]);
}

/** After hyphens, dashes and the like of the manuscript. */
function typedOpportunities(word: string): Opportunity[] {
  if (!/[-\u2010–—⸺⸻…?]/.test(word)) return [];
  const found: Opportunity[] = [];
  for (const { index } of word.matchAll(/(?<=[\p{L}\p{N}])[-\u2010](?=[\p{L}\p{N}])/gu))
    found.push([index + 1, 'typed-hyphen']);
  for (const { index } of word.matchAll(/(?<=.)[—–⸺⸻…?](?=\p{L})/gu)) found.push([index + 1, 'dash']);
  for (const { index } of word.matchAll(/(?<=.)[—–⸺⸻](?=[“‘„‚«»‹›]\p{L})/gu)) found.push([index + 1, 'told']);
  return found;
}

/** Behind parts of addresses and of names in code. */
function partEnds(word: string, parts: ReadonlyArray<Part>, start: number): Opportunity[] {
  return parts.flatMap(({ run, text, start: begin }): Opportunity[] => {
    const end = begin + text.length - start;
    return run.mayEndLine === true && end < word.length ? [[end, 'dash']] : [];
  });
}

/** Where patterns, or else soft hyphens, divide the words of a part. */
function hyphenPoints(
  word: string,
  { run, text, start: begin }: Part,
  start: number,
  hyphenation: Hyphenation,
): Opportunity[] {
  // Most words are too short to be divided.
  if (run.language === undefined || text.length < 5) return [];
  const found: Opportunity[] = [];
  const divided = hyphenation[run.language];
  for (const { 0: letters, index } of text.matchAll(/[\p{L}\p{M}]{5,}/gu)) {
    const at = begin - start + index;
    // A word that goes on in another face is left whole, and so is one beside a hyphen as long as it can be.
    const beside = (word[at - 1] ?? '') + (word[at + letters.length] ?? '');
    if (beside !== '' && /[\p{L}\p{M}]/u.test(beside)) continue;
    const isLastResort = /[\u2010-]/.test(beside);
    const own = run.points.map((point) => point + run.start - start - at);
    // Words such as “constructor” are names of what every object has.
    const known = divided !== undefined && Object.hasOwn(divided, letters) ? divided[letters] : undefined;
    const points = known ?? own.filter((point) => point > 1 && point < letters.length - 2);
    for (const point of points) found.push([at + point, 'hyphen', isLastResort]);
  }
  return found;
}
