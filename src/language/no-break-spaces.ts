import { spacesOf } from './knowledge.ts';

const noBreak = '\u00a0';
const narrow = '\u202f';

/** A space of the text that becomes another one; `$1` and so on stand for the groups. */
export type Binding = readonly [find: RegExp, replacement: string];

/** What is no part of the word before. */
const wordStart = String.raw`(?<![\p{L}\p{N}\p{M}’'.-])`;

/** Signs and abbreviations of units, after a number. */
const units =
  '%|‰|°C|°F|[kcmµnd]?m[²³]?|km/h|[kmµ]?g|[mcdh]?l|[mµn]?s|min|h|[kMGT]?Hz|[kMGT]?B|[kMG]?W|kWh|k?V|k?Pa|hPa|€|£|\\$|Kč|zł|kr|грн|руб|₴|₽';

const everywhere: ReadonlyArray<Binding> = [
  // Initials stay with each other and with the name: J. R. R. Tolkien.
  [/(?<![\p{L}\p{N}\p{M}’'.-])(\p{Lu}\.) (?=\p{Lu}\.)/gu, `$1${noBreak}`],
  // A single "I." is more often the end of a sentence.
  [/(?<=\u00a0\p{Lu}\.|(?<![\p{L}\p{N}\p{M}’'.-])(?!I)\p{Lu}\.) (?=\p{Lu}\p{Ll})/gu, noBreak],
  [new RegExp(String.raw`(\d) (?=(?:${units})(?![\p{L}\p{N}]))`, 'gu'), `$1${noBreak}`],
  [/(§§?|№|¶) (?=\S)/gu, `$1${noBreak}`],
];

/**
 * The spaces of a language at which no line may end: after initials, between a number and its
 * unit, in dates and abbreviations, after prepositions of one letter.
 *
 * @param language BCP 47
 */
export function noBreakBindings(language: string): ReadonlyArray<Binding> {
  const spaces = spacesOf(language);
  const { thousands, abbreviations, oneLetterWords, beforeNumber, beforeName, months, monthFirst } = spaces;
  return [
    ...everywhere,
    ...(thousands ? [between(String.raw`\d`, String.raw`\d{3}(?!\d)`, narrow)] : []),
    ...(abbreviations ? [betweenParts(...abbreviations)] : []),
    ...(oneLetterWords === undefined ? [] : [afterOneLetter(oneLetterWords)]),
    ...(spaces.units
      ? [between(String.raw`\d`, String.raw`(?:${anyOf(spaces.units)})(?![\p{L}\p{N}])`)]
      : []),
    // Roman numbers count too.
    ...(beforeNumber ? [afterWord(beforeNumber, String.raw`\d|[ivxlcIVXLC]+(?!\p{L})`)] : []),
    ...(beforeName ? [afterWord(beforeName, String.raw`\p{Lu}`)] : []),
    ...(months ? [between(String.raw`(?<!\d)\d{1,2}\.?`, String.raw`(?:${anyOf(months)})(?!\p{L})`)] : []),
    ...(months && monthFirst
      ? [between(String.raw`(?<!\p{L})(?:${anyOf(months)})`, String.raw`\d{1,2}(?!\d)`)]
      : []),
  ];
}

/**
 * The text with spaces that do not break where its language wants them; all else, and its
 * length, stay as they are.
 */
export function bindWords(text: string, bindings: ReadonlyArray<Binding>): string {
  return bindings.reduce((bound, [find, replacement]) => bound.replace(find, replacement), text);
}

/** The space between what matches one pattern and what matches another; sought first, since spaces are found fastest. */
function between(before: string, after: string, space: string = noBreak): Binding {
  return [new RegExp(` (?<=${before} )(?=${after})`, 'gu'), space];
}

function afterWord(words: ReadonlyArray<string>, after: string): Binding {
  return [new RegExp(`${wordStart}(${anyOf(words)}) (?=${after})`, 'gu'), `$1${noBreak}`];
}

function afterOneLetter(letters: string): Binding {
  return [new RegExp(String.raw`${wordStart}([${letters}]) (?=[\p{L}\p{N}„“«"(])`, 'giu'), `$1${noBreak}`];
}

function betweenParts(first: ReadonlyArray<string>, second: ReadonlyArray<string>): Binding {
  const parts = String.raw`(?<![\p{L}\p{N}])(${anyOf(first)}) (?=(?:${anyOf(second)}))`;
  return [new RegExp(parts, 'gu'), `$1${narrow}`];
}

/** A pattern for any of these words, taken letter by letter. */
function anyOf(words: ReadonlyArray<string>): string {
  return words.map((word) => word.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`)).join('|');
}
