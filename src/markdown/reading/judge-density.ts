import type { VFile } from 'vfile';
import { pointIn } from '../../book/messages/point-in.ts';
import { report } from '../../book/messages/messages.ts';
import { fullParagraphs, longestWord, nesting, paragraphLimits, type Counted } from './limits.ts';
import { scanParagraphs, type ScannedParagraph } from './paragraph-scan.ts';

/** Whether a file can be read in fair time; where not, that is reported at the place. */
export type JudgeDensity = (file: VFile) => boolean;

/**
 * Judges the sources of one book before any is parsed: no paragraph, no word and no nesting beyond what
 * can be read in fair time, and not too much of what is just below.
 */
export function createDensityJudge(): JudgeDensity {
  let spent = 0;
  return (file) => {
    const source = String(file);
    if (isTooNested(source, file) || hasEndlessWord(source, file)) return false;
    for (const paragraph of scanParagraphs(source)) {
      const fullest = fullestOf(paragraph);
      const part = paragraph.counts[fullest] / paragraphLimits[fullest];
      spent += part * part;
      if (part <= 1 && spent <= fullParagraphs) continue;
      reportParagraph(paragraph, fullest, part > 1, file);
      return false;
    }
    return true;
  };
}

const kinds = Object.keys(paragraphLimits) as Counted[];

/** What of the paragraph is nearest to its limit. */
function fullestOf({ counts }: ScannedParagraph): Counted {
  const part = (kind: Counted): number => counts[kind] / paragraphLimits[kind];
  return kinds.reduce((best, kind) => (part(kind) > part(best) ? kind : best));
}

const names: Readonly<Record<Counted, string>> = {
  emphasis: 'signs of emphasis',
  brackets: 'brackets',
  html: 'beginnings of HTML comments',
  backticks: 'backticks',
  lines: 'lines',
};

function reportParagraph(
  { offset, counts }: ScannedParagraph,
  kind: Counted,
  isFull: boolean,
  file: VFile,
): void {
  const reason = isFull
    ? `The paragraph has ${counts[kind]} ${names[kind]}; ${paragraphLimits[kind]} can be read`
    : `The paragraphs up to here have more ${names[kind]} than can be read`;
  report(file, 'too-dense', reason, pointIn(file, offset));
}

/** Lists and quotations within one another, opened in one line or by the columns before it. */
function isTooNested(source: string, file: VFile): boolean {
  const signs = new RegExp(String.raw`^(?:[ \t]*(?:[-+*]|\d{1,9}[.)]|>)){${nesting.signs}}`, 'm');
  const columns = new RegExp(String.raw`^[ \t]{${nesting.columns}}[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]`, 'm');
  const at = [signs, columns].map((each) => source.search(each)).find((found) => found !== -1);
  if (at === undefined) return false;
  report(
    file,
    'too-deep',
    'The line begins deeper in lists and quotations than can be read',
    pointIn(file, at),
  );
  return true;
}

/** Scripts that are written without blanks: a line ends between any two letters. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\p{sc=Yi}]/u;

function hasEndlessWord(source: string, file: VFile): boolean {
  if (source.length < longestWord) return false;
  let start = 0;
  for (const { index } of source.matchAll(/\s/g)) {
    if (isEndless(source, start, index)) return reportWord(start, file);
    start = index + 1;
  }
  return isEndless(source, start, source.length) && reportWord(start, file);
}

function isEndless(source: string, start: number, end: number): boolean {
  if (end - start <= longestWord) return false;
  const word = source.slice(start, end);
  // Pictures written into their address are told of as such.
  return !/\]\(data:|="data:/.test(word) && word.split(unspaced).some((part) => part.length > longestWord);
}

function reportWord(offset: number, file: VFile): true {
  const reason = `The word here has more than ${longestWord} characters, and no line can end in it`;
  report(file, 'too-dense', reason, pointIn(file, offset), { hint: 'Divide it by blanks.' });
  return true;
}
