import { readFileSync } from 'node:fs';
import { scriptOf } from './tag.ts';

/** A decimal numbering system with digits of its own: an entry of `templates/numbering-systems.json`. */
interface NumberingSystem {
  /** Its first digit; the others follow in Unicode. */
  readonly zero: string;
  /** The script of its digits (ISO 15924), which has a face in `templates/scripts.json`. */
  readonly script: string;
  /** What CSS calls it (Ready-made Counter Styles, W3C). */
  readonly counterStyle: string;
  /**
   * The languages whose numbers are written so (CLDR 48, `defaultNumberingSystem`): BCP 47, with a script or a
   * region where the language alone has another one.
   */
  readonly languages: ReadonlyArray<string>;
}

const file = new URL('templates/numbering-systems.json', import.meta.resolve('colophon/package.json'));
let read: ReadonlyMap<string, NumberingSystem> | undefined;

/** The numbering systems that are not Latin, by their codes (CLDR, `nu`). */
function systems(): ReadonlyMap<string, NumberingSystem> {
  return (read ??= new Map(
    Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, NumberingSystem>),
  ));
}

const known = new Map<string, string>();

/**
 * The numbering system of a language by its code: `arabext` of `fa`; `latn` where numbers are written 0 to 9.
 *
 * @param language BCP 47; what its extension says goes first, as in `hi-u-nu-deva` (UTS #35, part 1, 3.6.1)
 */
export function numberingSystemOf(language: string): string {
  let code = known.get(language);
  if (code === undefined) known.set(language, (code = find(language)));
  return code;
}

function find(tag: string): string {
  const locale = localeOf(tag);
  const stated = locale?.numberingSystem;
  if (stated !== undefined && (stated === 'latn' || systems().has(stated))) return stated;
  if (locale === undefined) return 'latn';
  const { language, region } = locale;
  const script = scriptOf(tag);
  const names = new Set([`${language}-${region}`, `${language}-${script}`, language]);
  const usual = [...systems()].find(
    (entry) => entry[1].script === script && entry[1].languages.some((each) => names.has(each)),
  );
  return usual?.[0] ?? 'latn';
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

/**
 * The ten digits of a language, from zero; undefined where they are 0 to 9.
 *
 * @param language BCP 47
 */
export function digitsOf(language: string): string | undefined {
  const zero = systems().get(numberingSystemOf(language))?.zero.codePointAt(0);
  if (zero === undefined) return undefined;
  return String.fromCodePoint(...Array.from({ length: 10 }, (_, digit) => zero + digit));
}

/**
 * What CSS calls numbers in the digits of a language; undefined where they are `decimal`.
 *
 * @param language BCP 47
 */
export function counterStyleOf(language: string): string | undefined {
  return systems().get(numberingSystemOf(language))?.counterStyle;
}

/**
 * A number in the digits of a language: `۱۲` in Persian.
 *
 * @param number the number, or a text whose digits are 0 to 9: `3.1`, `1851–1853`
 * @param language BCP 47
 */
export function inDigits(number: number | string, language: string): string {
  const digits = digitsOf(language);
  const latin = String(number);
  return digits === undefined ? latin : latin.replaceAll(/[0-9]/g, (digit) => digits[Number(digit)] ?? digit);
}

/** The text with the digits of every numbering system as 0 to 9. */
export function inLatinDigits(text: string): string {
  return text.replaceAll(/[\u0660-\u1819]/g, (character) => {
    const code = character.charCodeAt(0);
    for (const { zero } of systems().values()) {
      const digit = code - zero.charCodeAt(0);
      if (digit >= 0 && digit <= 9) return String(digit);
    }
    return character;
  });
}
