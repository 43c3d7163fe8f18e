import { withoutReferences } from '../../book/character-references.ts';
import { findControlCharacter } from '../files/control-characters.ts';

type Fields = Readonly<Record<string, unknown>>;

const dates: ReadonlySet<string> = new Set([
  'issued',
  'accessed',
  'event-date',
  'original-date',
  'submitted',
  'available-date',
]);

const addresses: ReadonlySet<string> = new Set(['DOI', 'URL']);

const people =
  /^(?:author|chair|compiler|composer|contributor|curator|director|editor|guest|host|illustrator|interviewer|narrator|organizer|performer|producer|recipient|translator|(?:collection|container|original|reviewed|editorial|executive|series|script)-(?:author|editor|director|producer|creator|writer)|editor-translator)$/;

/** What carries more than words, and is none of what styles print. */
const loose: ReadonlySet<string> = new Set(['id', 'type', 'custom', 'categories', 'keyword']);

/**
 * The fields of a work that whatever sets citations can take: words, numbers as words, names, and dates of numbers, of
 * characters that an e-book can hold: what a file writes as `\ud800` is none of them.
 *
 * @param item as it was read
 * @param refused is told of each field that is none of these, and left out
 */
export function soundFields(item: Fields, refused: (field: string) => void): Fields {
  return Object.fromEntries(
    Object.entries(item).flatMap(([field, value]): Array<[string, unknown]> => {
      // Numbers are sorted by like words.
      const words = typeof value === 'number' ? String(value) : value;
      // Publishers write addresses as they stand in their pages: no address has references in it.
      const sound = addresses.has(field) && typeof words === 'string' ? withoutReferences(words) : words;
      const fits = value === undefined || (isSound(field, value) && isPrintable(value));
      if (loose.has(field) || fits) return [[field, sound]];
      refused(field);
      return [];
    }),
  );
}

/** Whether all words of a field, or of the names in it, are of characters that a document may have. */
function isPrintable(value: unknown): boolean {
  if (typeof value === 'string') return findControlCharacter(value) === undefined;
  const isNested = typeof value === 'object' && value !== null;
  return !isNested || Object.values(value).every(isPrintable);
}

function isSound(field: string, value: unknown): boolean {
  if (/^(?:string|number|boolean)$/.test(typeof value)) return !dates.has(field) && !people.test(field);
  if (dates.has(field)) return isDate(value);
  return Array.isArray(value) && value.every(isName);
}

function isDate(value: unknown): boolean {
  if (!isFields(value)) return false;
  const { 'date-parts': parts } = value;
  return parts === undefined || (Array.isArray(parts) && parts.length > 0 && parts.every(isDay));
}

/** A year, with a month and a day or without; in words of digits, too. */
function isDay(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= 3 &&
    value.every((part) => (typeof part === 'string' || typeof part === 'number') && part !== '')
  );
}

function isName(value: unknown): boolean {
  return isFields(value) && Object.values(value).every((part) => typeof part !== 'object' || part === null);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
