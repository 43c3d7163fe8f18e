import { z } from 'zod';
import { hasPatterns } from '../../language/hyphenation.ts';
import type { OwnLocale } from '../../language/own-locale.ts';
import { wordingOf } from '../../language/wording.ts';
import { Fault } from '../values/fault.ts';
import { parseLanguage } from '../values/language-tag.ts';
import { list, mapping, oneOf, parsed, text, truth } from '../yaml/schema.ts';

/** What an author may say of a language, field by field as in `templates/languages`. */
export function localeSchema() {
  const words = list(text());
  const marks = z.tuple([spaced(), spaced()], { error: 'the opening mark and the closing one' });
  return mapping({
    like: parsed('a BCP 47 language tag', parseLanguage).exactOptional(),
    quotationMarks: mapping({ double: marks, single: marks }).exactOptional(),
    elisions: list(parsed('a word', lettersOnly)).exactOptional(),
    spaces: mapping({
      beforePunctuation: mapping({ narrow: spaced(), wide: spaced() }).exactOptional(),
      thousands: truth().exactOptional(),
      oneLetterWords: parsed('letters', lettersOnly).exactOptional(),
      abbreviations: z.tuple([words, words], { error: 'two lists of their parts' }).exactOptional(),
      units: words.exactOptional(),
      beforeNumber: words.exactOptional(),
      beforeName: words.exactOptional(),
      months: words.exactOptional(),
      monthFirst: truth().exactOptional(),
    }).exactOptional(),
    separators: mapping({
      colon: spaced().exactOptional(),
      comma: spaced().exactOptional(),
      stop: spaced().exactOptional(),
      gap: spaced().exactOptional(),
    }).exactOptional(),
    hyphenation: parsed(
      'false, or the tag of a language whose words are divided',
      parsePatterns,
    ).exactOptional(),
    digraphs: list(parsed('letters', lettersOnly)).exactOptional(),
    spine: oneOf('down', 'up', 'upright').exactOptional(),
    ascii: z.record(z.string(), parsed('letters of ASCII', asciiOnly)).exactOptional(),
    wording: group(wordingOf('en')).exactOptional(),
  }) as z.ZodType<OwnLocale>;
}

/** Text whose spaces count; there may be nothing. */
function spaced() {
  return z.string({ error: 'text' });
}

function lettersOnly(written: string): string | undefined {
  return /^[\p{L}\p{M}’'-]+$/u.test(written) ? written : undefined;
}

function asciiOnly(written: string): string | undefined {
  return /^[a-z0-9]+$/.test(written) ? written : undefined;
}

function parsePatterns(written: string): string | false | undefined {
  if (written === 'false') return false;
  return hasPatterns(written) ? written : undefined;
}

/** Some of the words of a group, at any depth: its own ones and no others. */
function group(words: object): z.ZodType {
  const entries = Object.entries(words).map(([key, word]: [string, unknown]) => [
    key,
    (typeof word === 'string' ? wordLike(word) : group(word as object)).optional(),
  ]);
  return mapping(Object.fromEntries(entries) as Record<string, z.ZodType>);
}

/** A word in the place of another: what is filled in there can be filled in here. */
function wordLike(known: string): z.ZodType {
  const places = placesIn(known);
  return parsed('text', (written) => {
    const other = placesIn(written).find((place) => !places.includes(place));
    if (other === undefined) return written;
    return new Fault(`Nothing is put in the place of ${other} here`, {
      hint:
        places.length === 0
          ? 'Write the words alone.'
          : `Write ${places.join(' and ')}, where ${places.length === 1 ? 'it' : 'each'} is to stand.`,
    });
  });
}

function placesIn(words: string): string[] {
  return words.match(/\{\w+\}/g) ?? [];
}
