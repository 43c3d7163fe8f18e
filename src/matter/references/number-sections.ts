import { sections, type Book, type Section } from '../../book/book.ts';
import { roles, type Role } from '../../book/roles.ts';
import { inDigits } from '../../language/digits.ts';
import { areTyped } from './typed-numbers.ts';

type Kind = 'part' | 'chapter' | 'appendix';

const formats: Readonly<Record<Kind, (count: number, language: string) => string>> = {
  part: roman,
  chapter: inDigits,
  appendix: letters,
};

/** What a section counts as; an introduction the author wants numbered counts as a chapter. */
function kindOf(role: Role): Kind | undefined {
  if (role === 'part' || role === 'appendix') return role;
  return roles[role] === 'body' ? 'chapter' : undefined;
}

/**
 * The book with its numbered sections numbered: parts I, II, III, those within a part A, B, C; chapters and other sections of
 * the body 1, 2, 3, in the digits of the language, through the whole book, or anew in each part; appendices A, B, C. The only one of its kind bears no
 * number: an article is not "chapter 1". Nor do those whose titles have one.
 *
 * @param book the book, its sections unnumbered
 */
export function numberSections(book: Book): Book {
  const counted: Record<Kind, Section[]> = { part: [], chapter: [], appendix: [] };
  for (const section of sections(book)) {
    const kind = kindOf(section.role);
    if (section.numbered && kind !== undefined) counted[kind].push(section);
  }
  const { language, numbering } = book.metadata;
  const anew = numbering.chapters === 'part';
  const numbers = new Map<string, string>();
  for (const kind of ['part', 'chapter', 'appendix'] as const) {
    if (counted[kind].length < 2 || (kind !== 'appendix' && areTyped(counted[kind], kind, language)))
      continue;
    const counts = new Map<string | undefined, number>();
    for (const { id, part } of counted[kind]) {
      // A part within a part counts with those beside it.
      const within = kind === 'part' || (kind === 'chapter' && anew) ? part : undefined;
      const count = (counts.get(within) ?? 0) + 1;
      counts.set(within, count);
      const format = kind === 'part' && part !== undefined ? letters : formats[kind];
      numbers.set(id, format(count, language));
    }
  }
  const apply = (section: Section): Section => {
    const number = numbers.get(section.id);
    return number === undefined ? section : { ...section, number };
  };
  return { ...book, front: book.front.map(apply), body: book.body.map(apply), back: book.back.map(apply) };
}

const romanDigits: ReadonlyArray<readonly [number, string]> = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(count: number): string {
  let rest = count;
  let numeral = '';
  for (const [value, digits] of romanDigits) {
    numeral += digits.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return numeral;
}

/** A to Z, then AA, AB as in spreadsheets. */
function letters(count: number): string {
  const before = Math.floor((count - 1) / 26);
  return (before > 0 ? letters(before) : '') + String.fromCodePoint(65 + ((count - 1) % 26));
}
