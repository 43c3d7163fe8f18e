import { unnamedOthers, type Work } from '../../../book/citations.ts';

interface Entry {
  readonly type: string;
  /** Numbers are numbers. */
  readonly properties: Readonly<Record<string, string | number | undefined>>;
}

const years = /^(-?\d{1,4})\s*(?:\/|--?|–)\s*(-?\d{1,4})$/;

/**
 * What the parser leaves out of a work: names of bodies as such, uncertain years, spans of years, the address of a
 * preprint.
 *
 * @param item the work as parsed
 * @param entry as typed
 * @param language of the work, where the entry names it (BCP 47)
 * @param mainTitle its title without the one below it, where it has such
 */
export function completed(
  item: Readonly<Record<string, unknown>> & { readonly id: string },
  { properties, type }: Entry,
  language: string | undefined,
  mainTitle?: unknown,
): Work {
  const {
    'citation-key': _key,
    _graph: _,
    language: _said,
    ...rest
  } = item as typeof item & Readonly<Record<'citation-key' | '_graph' | 'language', unknown>>;
  const issued = issuedOf(rest['issued'], properties);
  const url = rest['URL'] ?? preprintOf(properties);
  return {
    ...rest,
    ...withOthers(rest),
    type: typeOf(rest['type'], type),
    ...(issued !== undefined && { issued }),
    ...(url !== undefined && { URL: url }),
    ...publisherOf(rest, properties),
    ...(language !== undefined && { language }),
    ...(mainTitle !== undefined && rest['title-short'] === undefined && { 'title-short': mainTitle }),
  };
}

/** Lists of names that end with `and others`. */
function withOthers(item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const lists = Object.entries(item).flatMap(([key, value]): Array<[string, unknown]> => {
    const names: unknown[] = Array.isArray(value) ? value : [];
    const last = names.at(-1);
    if (names.length < 2 || typeof last !== 'object' || last === null) return [];
    const { family, given, literal } = last as Readonly<Record<string, unknown>>;
    const isOthers = given === undefined && (family ?? literal) === 'others';
    return isOthers ? [[key, [...names.slice(0, -1), { literal: unnamedOthers }]]] : [];
  });
  return Object.fromEntries(lists);
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
  if (typeof type === 'string' && type !== '') return type;
  return entry === 'online' || entry === 'www' ? 'webpage' : 'document';
}

function issuedOf(issued: unknown, { date, year }: Entry['properties']): unknown {
  // Some write the day alone into the date, which is the whole of it.
  const isDate = date !== undefined && (year === undefined || /^-?\d{4}(?!\d)|[/?~%X]/.test(String(date)));
  const written = String((isDate ? date : year) ?? '').trim();
  if (date !== undefined && !isDate && /^-?\d{1,4}$/.test(written))
    return { 'date-parts': [[Number(written)]] };
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
