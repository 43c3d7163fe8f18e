import type { Work } from '../../../book/citations.ts';

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
    type: typeOf(rest['type'], type),
    ...(issued !== undefined && { issued }),
    ...(url !== undefined && { URL: url }),
    ...(language !== undefined && { language }),
    ...(mainTitle !== undefined && rest['title-short'] === undefined && { 'title-short': mainTitle }),
  };
}

function typeOf(type: unknown, entry: string): string {
  if (typeof type === 'string' && type !== '') return type;
  return entry === 'online' || entry === 'www' ? 'webpage' : 'document';
}

function issuedOf(issued: unknown, { date, year }: Entry['properties']): unknown {
  const written = String(date ?? year ?? '').trim();
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
