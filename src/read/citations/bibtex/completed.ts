import { unnamedOthers, type Work } from '../../../book/citations.ts';
import { genreIn } from './genres.ts';

interface Entry {
  readonly type: string;
  /** Numbers are numbers. */
  readonly properties: Readonly<Record<string, string | number | undefined>>;
}

const years = /^(-?\d{1,4})\s*(?:\/|--?|–)\s*(-?\d{1,4})$/;

/**
 * What the parser leaves out of a work: names of bodies as such, uncertain years, spans of years and those before
 * Christ, the address of a preprint, words for what it is.
 *
 * @param item the work as parsed
 * @param entry as typed
 * @param language of the work, where the entry names it (BCP 47)
 * @param mainTitle its title without the one below it, where it has such
 * @param bookLanguage which has words for what a work is (BCP 47)
 */
export function completed(
  item: Readonly<Record<string, unknown>> & { readonly id: string },
  { properties, type }: Entry,
  language: string | undefined,
  mainTitle?: unknown,
  bookLanguage = 'en',
): Work {
  const {
    'citation-key': _key,
    _graph: _,
    language: _said,
    ...rest
  } = item as typeof item & Readonly<Record<'citation-key' | '_graph' | 'language', unknown>>;
  const issued = issuedOf(rest['issued'], properties);
  const url = rest['URL'] ?? preprintOf(properties);
  const short = mainTitle ?? beforeColon(rest['title']);
  const genre = genreIn(bookLanguage, rest['genre'] ?? (type === 'patent' ? type : undefined));
  return {
    ...trimmed(rest),
    id: item.id,
    ...withNames(rest, properties),
    ...(genre !== undefined && { genre }),
    type: typeOf(rest['type'], type),
    ...(issued !== undefined && { issued }),
    ...(url !== undefined && { URL: url }),
    ...publisherOf(rest, properties),
    ...(language !== undefined && { language }),
    ...(short !== undefined && rest['title-short'] === undefined && { 'title-short': short }),
  };
}

/** Blanks at the ends of fields are none of what they say. */
function trimmed(item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(item).map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value]),
  );
}

/**
 * Lists of names that end with `and others`, names whose particle is joined to them, `al-Khwarizmi`, and those whose
 * particle falls away where the family name stands alone, as BibLaTeX has it unless `useprefix` is set.
 */
function withNames(
  item: Readonly<Record<string, unknown>>,
  properties: Entry['properties'],
): Readonly<Record<string, unknown>> {
  const typed = Object.values(properties).join('\n');
  const usesPrefix = /\buseprefix\b(?!\s*=\s*false)/i.test(String(properties['options'] ?? ''));
  const lists = Object.entries(item).flatMap(([key, value]): Array<[string, unknown]> => {
    if (!Array.isArray(value)) return [];
    const names = value.map((name: unknown) => named(name, typed, usesPrefix));
    return names.some((name, index) => name !== value[index]) ? [[key, names]] : [];
  });
  return Object.fromEntries(lists);
}

function named(name: unknown, typed: string, usesPrefix: boolean): unknown {
  if (typeof name !== 'object' || name === null) return name;
  const {
    family,
    given,
    literal,
    ['non-dropping-particle']: particle,
  } = name as Readonly<Record<string, unknown>>;
  if (given === undefined && (family ?? literal) === 'others') return { literal: unnamedOthers };
  const isJoined =
    typeof particle === 'string' && typeof family === 'string' && typed.includes(`${particle}-${family}`);
  const { 'non-dropping-particle': _, ...rest } = name as Readonly<Record<string, unknown>>;
  if (!isJoined && (particle === undefined || usesPrefix)) return name;
  if (!isJoined) return { ...rest, 'dropping-particle': particle };
  // Which the processor would part again.
  return { ...rest, family: `${particle}-${family}`, 'static-particles': 1 };
}

/** What stands before the colon of a title, which is how works are cited again: BibTeX has no other place for it. */
function beforeColon(title: unknown): string | undefined {
  const [, before = ''] = /^(.*?\S)\s*:\s/.exec(typeof title === 'string' ? title : '') ?? [];
  const isWhole = before.split(/<(?!\/)/).length === before.split('</').length;
  return before === '' || !isWhole ? undefined : before;
}

/** A publisher with "and" in its name, which is no list of two. */
function publisherOf(
  item: Readonly<Record<string, unknown>>,
  { publisher, institution, school, organization }: Entry['properties'],
): { readonly publisher?: string } {
  const name = publisher ?? institution ?? school ?? organization;
  const isPlain = item['publisher'] !== undefined && !Array.isArray(item['publisher']);
  if (isPlain || typeof name !== 'string' || !/\sand\s/.test(name)) return {};
  return { publisher: name.replace(/[{}]/g, '').trim() };
}

function typeOf(type: unknown, entry: string): string {
  // Which is set like a book by all that know it.
  if (entry === 'manual') return 'book';
  if (typeof type === 'string' && type !== '') return type;
  return entry === 'online' || entry === 'www' ? 'webpage' : 'document';
}

function issuedOf(issued: unknown, { date, year }: Entry['properties']): unknown {
  // Some write the day alone into the date, which is the whole of it.
  const isDate = date !== undefined && (year === undefined || /^-?\d{4}(?!\d)|[/?~%X]/.test(String(date)));
  const written = String((isDate ? date : year) ?? '').trim();
  if (date !== undefined && !isDate && /^-?\d{1,4}$/.test(written))
    return { 'date-parts': [[Number(written)]] };
  // The year 0 is the first before Christ (ISO 8601), which CSL does not have.
  const before = /^-(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(written);
  if (isDate && before !== null) {
    const [, yearBefore, ...rest] = before;
    return { 'date-parts': [[-Number(yearBefore) - 1, ...rest.filter(Boolean).map(Number)]] };
  }
  // A month of a year, which is no span of years.
  if (isDate && /^-?\d{4}-(?:0[1-9]|1[0-2])$/.test(written))
    return { 'date-parts': [written.split(/(?<=\d)-/).map(Number)] };
  const span = years.exec(written);
  if (span !== null) return { 'date-parts': [[Number(span[1])], [Number(span[2])]] };
  if (!/[~?%]/.test(written) || typeof issued !== 'object') return issued;
  return { ...issued, circa: true };
}

function preprintOf({
  eprint,
  eprinttype,
  archiveprefix = eprinttype,
}: Entry['properties']): string | undefined {
  return eprint !== undefined && String(archiveprefix).toLowerCase() === 'arxiv'
    ? `https://arxiv.org/abs/${String(eprint).trim()}`
    : undefined;
}
