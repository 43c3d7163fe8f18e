import type { VFile } from 'vfile';
import { limits } from '../../book/limits.ts';
import { pointIn } from '../../book/messages/point-in.ts';
import { report } from '../../book/messages/messages.ts';
import { crowdedRow } from './crowded-row.ts';
import { endlessWord } from './endless-word.ts';
import { fileLimits } from './file-limits.ts';
import { tooDeepBlock } from './open-blocks.ts';
import { createMemoryJudge } from './memory-judge.ts';
import { countCells } from './table-cells.ts';
import { markupIn, scanParagraphs, type Counted, type ScannedParagraph } from './paragraph-scan.ts';

/** What one paragraph may hold. */
const paragraphLimits: Readonly<Record<Counted, number>> = {
  emphasis: limits['paragraph-emphasis'].most,
  brackets: limits['paragraph-brackets'].most,
  html: limits['paragraph-html'].most,
  backticks: limits['paragraph-backticks'].most,
  row: limits['paragraph-row'].most,
  addresses: limits['paragraph-addresses'].most,
  lines: limits['paragraph-lines'].most,
  lookahead: limits['paragraph-lookahead'].most,
};
const mostInRow = limits['row-cells'].most;
const mostCells = limits['file-cells'].most;
const mostBrackets = limits['file-brackets'].most;
const fullParagraphs = limits['full-paragraphs'].most;
const deepestBlock = limits['text-depth'].most;
const longestWord = limits['word-length'].most;

/** Whether a file can be read in fair time; where not, that is reported at the place. */
export type JudgeDensity = (file: VFile) => boolean;

/**
 * Judges the sources of one book before any is parsed: no paragraph, no word and no nesting beyond what
 * can be read in fair time, and not too much of what is just below; and not more in all than the memory holds.
 *
 * @param mostMemory what all together may be reckoned to take, in bytes
 */
export function createDensityJudge(mostMemory: number = limits['text-memory'].most): JudgeDensity {
  let spent = 0;
  const hasRoom = createMemoryJudge(mostMemory);

  const hasFairParagraphs = (source: string, file: VFile): boolean => {
    let brackets = 0;
    for (const paragraph of scanParagraphs(source)) {
      const fullest = fullestOf(paragraph);
      const part = partOf(paragraph, fullest);
      // A look ahead takes its time once, all else grows with the square.
      spent += Math.max(part * part, 2 * partOf(paragraph, 'lookahead'));
      // An address is a link as it stands, or most often that of one in brackets.
      const { counts, tags } = paragraph;
      // A tag takes a quarter of the time of a link.
      brackets += Math.max(counts.brackets, 2 * counts.addresses) + tags / 2;
      const isBeyond = part > 1 || spent > fullParagraphs;
      if (!isBeyond && brackets <= mostBrackets) continue;
      if (isBeyond) reportParagraph(paragraph, fullest, part > 1, file);
      else
        reportFile(
          `has more than ${mostBrackets / 2} links, or four times as many tags, up to here`,
          paragraph.offset,
          file,
        );
      return false;
    }
    return true;
  };

  return (file) => {
    const source = String(file);
    if (isTooNested(source, file) || hasEndlessWord(source, file) || hasEndlessBlanks(source, file))
      return false;
    for (const { most, placesIn, fault } of fileLimits) {
      const places = placesIn(source);
      // What every file has some of is no part of the sum.
      if (places.length > most / 100) spent += (places.length / most) ** 2;
      const beyond = places[most];
      if (beyond === undefined) continue;
      reportFile(fault, beyond, file);
      return false;
    }
    const row = crowdedRow(source, mostInRow);
    if (row !== undefined) {
      reportFile(`has more than ${mostInRow} signs of cells in a line`, row, file);
      return false;
    }
    const tables = countCells(source, mostCells);
    const { beyond } = tables;
    if (beyond !== undefined) {
      reportFile(`has more than ${mostCells} cells of tables`, beyond, file);
      return false;
    }
    return (isLight(source) || hasFairParagraphs(source, file)) && hasRoom(source, tables, file);
  };
}

/** Of these the number alone takes no time. */
const fewTags = 10_000;

const kinds = (Object.keys(paragraphLimits) as Counted[]).filter((kind) => kind !== 'lookahead');

/** Whether a whole file holds next to nothing of all that, as most chapters do. */
function isLight(source: string): boolean {
  if (source.split('<', fewTags + 1).length > fewTags) return false;
  const whole = { offset: 0, counts: markupIn(source), tags: 0 };
  return partOf(whole, fullestOf(whole)) < 0.1;
}

/** What of the paragraph is nearest to its limit; signs without an end are named where no other is. */
function fullestOf(paragraph: ScannedParagraph): Counted {
  const fullest = kinds.reduce((best, kind) =>
    partOf(paragraph, kind) > partOf(paragraph, best) ? kind : best,
  );
  const isBeyond = partOf(paragraph, fullest) > 1;
  return !isBeyond && partOf(paragraph, 'lookahead') > partOf(paragraph, fullest) ? 'lookahead' : fullest;
}

function partOf({ counts }: ScannedParagraph, kind: Counted): number {
  return counts[kind] / paragraphLimits[kind];
}

const names: Readonly<Record<Counted, string>> = {
  emphasis: 'signs of emphasis',
  brackets: 'brackets',
  html: 'beginnings of HTML comments',
  backticks: 'backticks',
  row: 'backticks or dollar signs in a row',
  addresses: 'addresses',
  lines: 'lines',
  lookahead: 'characters behind signs without an end',
};

function reportParagraph(
  { offset, counts }: ScannedParagraph,
  kind: Counted,
  isFull: boolean,
  file: VFile,
): void {
  const reason = isFull
    ? `The paragraph has ${counts[kind]} ${names[kind]}, more than the ${paragraphLimits[kind]} that are read`
    : `The paragraphs up to here have more ${names[kind]} than are read`;
  report(file, 'too-dense', reason, pointIn(file, offset));
}

function reportFile(fault: string, offset: number, file: VFile): void {
  report(file, 'too-dense', `The file ${fault}`, pointIn(file, offset), { hint: 'Divide the file.' });
}

/** Quotations and lists opened in one line, and the columns before the sign of a list. */
const signs = new RegExp(
  String.raw`^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+|>[ \t]*){${limits['line-signs'].most}}(?![-*+ \t]*$)`,
  'm',
);
const columns = new RegExp(
  String.raw`^[ \t]{${limits['line-indent'].most}}[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]`,
  'm',
);

function isTooNested(source: string, file: VFile): boolean {
  const match = signs.exec(source) ?? columns.exec(source);
  const line = match === null ? undefined : match.index + match[0].length;
  const block = line === undefined ? tooDeepBlock(source, deepestBlock) : undefined;
  const place = line ?? block;
  if (place === undefined) return false;
  const reason =
    block === undefined
      ? 'The line begins deeper in lists and quotations than is read'
      : `The block begins within ${deepestBlock} others that are not closed`;
  report(file, 'too-deep', reason, pointIn(file, place));
  return true;
}

const mostBlanks = limits['blanks-in-a-row'].most;
/**
 * Rows are taken as a whole: a number of them would be counted anew from each. One of megabytes would overflow the stack
 * of the expression.
 */
const blanks = new RegExp(`[ \\t]{64,${mostBlanks + 1}}`, 'g');

function hasEndlessBlanks(source: string, file: VFile): boolean {
  let offset: number | undefined;
  for (const { 0: row, index } of source.matchAll(blanks)) if (row.length > mostBlanks) offset ??= index;
  if (offset === undefined) return false;
  const reason = `More than ${mostBlanks} blanks stand here in a row`;
  report(file, 'too-dense', reason, pointIn(file, offset), { hint: 'Take them out.' });
  return true;
}

function hasEndlessWord(source: string, file: VFile): boolean {
  const offset = endlessWord(source, longestWord);
  if (offset === undefined) return false;
  const reason = `The word here has more than ${longestWord} characters, and no line can end in it`;
  report(file, 'too-dense', reason, pointIn(file, offset), { hint: 'Divide it by blanks.' });
  return true;
}
