const noBreak = '\u00a0';
const narrow = '\u202f';

/** A space of the text that becomes another one; `$1` and so on stand for the groups. */
export type Binding = readonly [find: RegExp, replacement: string];

/** What is no part of the word before. */
const wordStart = String.raw`(?<![\p{L}\p{N}\p{M}’'.-])`;

/** One of these words, and the space before a number, also a Roman one. */
function beforeNumber(words: string): Binding {
  return [new RegExp(`${wordStart}(${words}) (?=\\d|[ivxlcIVXLC]+(?!\\p{L}))`, 'gu'), `$1${noBreak}`];
}

/** One of these words, and the space before a name. */
function beforeName(words: string): Binding {
  return [new RegExp(`${wordStart}(${words}) (?=\\p{Lu})`, 'gu'), `$1${noBreak}`];
}

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

/** Thousands, where they are set apart by spaces. */
const thousands: Binding = [/(?<=\d) (?=\d{3}(?!\d))/g, narrow];

/** A word of one letter is not left at the end of a line. */
const oneLetter = (letters: string): Binding => [
  new RegExp(String.raw`(?<![\p{L}\p{N}\p{M}’'.-])([${letters}]) (?=[\p{L}\p{N}„“«"(])`, 'giu'),
  `$1${noBreak}`,
];

const dayBefore = (months: string): Binding => [
  new RegExp(String.raw`(?<!\d)(\d{1,2}\.?) (?=(?:${months})(?!\p{L}))`, 'gu'),
  `$1${noBreak}`,
];

const cyrillicUnits: Binding = [
  /(?<=\d) (?=(?:[кмс]?м[²³]?|к?г|мг|км\/ч|год|ч|мин|хв|руб|грн|тыс|тис|млн|млрд)(?!\p{L}|\p{N}))/gu,
  noBreak,
];

const englishMonths = 'January|February|March|April|May|June|July|August|September|October|November|December';

const czech: ReadonlyArray<Binding> = [
  thousands,
  oneLetter('ksvzouai'),
  beforeNumber('s\\.|č\\.|str\\.|obr\\.|tab\\.|kap\\.'),
];

const byLanguage: Readonly<Record<string, ReadonlyArray<Binding>>> = {
  en: [
    beforeNumber('pp?\\.|[Nn]os?\\.|[Vv]ols?\\.|[Cc]hs?\\.|[Cc]hap\\.|[Ff]igs?\\.'),
    beforeName('Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?|St\\.?|Prof\\.'),
    dayBefore(englishMonths),
    [new RegExp(String.raw`(?<!\p{L})(${englishMonths}) (?=\d{1,2}(?!\d))`, 'gu'), `$1${noBreak}`],
  ],
  de: [
    thousands,
    [
      /(?<![\p{L}\p{N}])(z\.|d\.|u\.|o\.|i\.|s\.|v\.|a\.|Z\.|D\.|I\.|U\.) (?=(?:B|h|a|ä|Ä|d|D|R|A|S|Chr|i|v|u|o|E|T|U|O)\.)/gu,
      `$1${narrow}`,
    ],
    beforeNumber('S\\.|Bd\\.|Nr\\.|Abb\\.|Tab\\.|Kap\\.|Abs\\.|Art\\.|Anm\\.|Bl\\.'),
    beforeName('Dr\\.|Prof\\.|Hr\\.|Fr\\.|St\\.'),
    dayBefore('Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember'),
  ],
  fr: [
    thousands,
    beforeNumber('pp?\\.|n°|nos|t\\.|vol\\.|chap\\.|fig\\.|art\\.'),
    beforeName('MM?\\.|Mme|Mlle|Dr|Pr|Me|St|Ste'),
    dayBefore('janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'),
  ],
  cs: czech,
  sk: czech,
  pl: [thousands, oneLetter('wzouai'), beforeNumber('s\\.|nr|str\\.|rys\\.|tab\\.|rozdz\\.')],
  ru: [thousands, oneLetter('вксоуиая'), cyrillicUnits, beforeNumber('с\\.|стр\\.|рис\\.|гл\\.|т\\.')],
  uk: [thousands, oneLetter('вкзсоуіаяйє'), cyrillicUnits, beforeNumber('с\\.|стор\\.|рис\\.|гл\\.|т\\.')],
  be: [thousands, oneLetter('вкзсоуіаяў'), cyrillicUnits, beforeNumber('с\\.|гл\\.')],
  fi: [thousands],
  nb: [thousands],
  sv: [thousands],
};

/**
 * The spaces of a language at which no line may end: after initials, between a number and its
 * unit, in dates and abbreviations, after prepositions of one letter.
 *
 * @param language BCP 47
 */
export function noBreakBindings(language: string): ReadonlyArray<Binding> {
  const primary = language.toLowerCase().split('-')[0] ?? language;
  return [...everywhere, ...(byLanguage[primary] ?? [])];
}

/**
 * The text with spaces that do not break where its language wants them; all else, and its
 * length, stay as they are.
 */
export function bindWords(text: string, bindings: ReadonlyArray<Binding>): string {
  return bindings.reduce((bound, [find, replacement]) => bound.replace(find, replacement), text);
}
