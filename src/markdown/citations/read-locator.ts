import { locatorLabels } from './locator-labels.ts';

/** Where in a work, and what else stands behind its key. */
export interface Located {
  readonly locator?: string;
  readonly label?: string;
  readonly suffix: string;
}

const roman = String.raw`(?=[mdclxvi])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?![\p{L}\p{N}])`;

/** A number of a place: "12", "B45", "12.3", "(xv)", "iv". */
const place = String.raw`(?:[[(]?(?:\p{Lu}{0,2}\d[\d\p{Ll}]{0,3}(?:[.:/]\d+)*|${roman}|[IVXLCDM]+(?![\p{L}\p{N}]))[\])]?)`;
const range = String.raw`${place}(?:\s?(?:-{1,3}|–|—)\s?${place})?(?:\s?(?:ff?|sqq?)\b\.?|(?<=\dff?)\.)?`;
const places = String.raw`${range}(?:(?:\s*,\s*(?:and\s+|und\s+|et\s+)?|\s+(?:and|und|et|y|e|en|och|og|i|и|&)\s+|\s*&\s*)${range})*`;
const labelled = new RegExp(
  String.raw`^[\s,]*((?:[§¶]{1,2}|[fn]°|[\p{L}]+(?:\.[\p{L}]+)?)(?=[.\s\d]))\.?\s*(${places})`,
  'u',
);
const bare = new RegExp(String.raw`^[\s,]*(${places})(?=\s*(?:[,;.)]|$)|\s+\P{L}|(?<=\d)\s)`, 'u');
const word = /^[\s,]*(s\.v{1,2})\.\s*(["“„«][^"”“»]*["”“»]|\p{L}+)/u;

/**
 * Reads where in a work a citation leads: "p. 12", "pp. 33–35, 38", "chap. 3", "§ 4", "S. 12 f.", a number alone
 * for a page, or anything in braces.
 *
 * @param text behind the key, as typed
 */
export function readLocator(text: string): Located {
  const [whole = '', braced] = /^[\s,]*\{([^{}]*)\}/.exec(text) ?? [];
  if (braced !== undefined) return inBraces(braced, text.slice(whole.length));
  const entry = word.exec(text);
  if (entry !== null) return found('sub-verbo', entry[2] ?? '', text.slice(entry[0].length));
  const named = labelled.exec(text);
  const label = locatorLabels.get(named?.[1]?.toLowerCase() ?? '');
  if (named !== null && label !== undefined) return found(label, named[2] ?? '', text.slice(named[0].length));
  const numbered = bare.exec(text);
  if (numbered !== null) return found('page', numbered[1] ?? '', text.slice(numbered[0].length));
  return { suffix: text };
}

function found(label: string, locator: string, suffix: string): Located {
  return {
    label,
    locator: locator
      .replace(/\s+/g, ' ')
      .replace(/-{2,3}/g, '–')
      .trim(),
    suffix,
  };
}

function inBraces(text: string, behind: string): Located {
  const inner = text.trim();
  if (inner === '') return { suffix: behind };
  const { locator, label, suffix } = readLocator(inner);
  if (locator !== undefined && label !== undefined && suffix.trim() === '')
    return { locator, label, suffix: behind };
  const [, name = '', rest = ''] = /^(\S+?)\.?\s+(.*)$/s.exec(inner) ?? [];
  const own = locatorLabels.get(name.toLowerCase());
  if (own !== undefined) return { locator: rest, label: own, suffix: behind };
  // A place that has a name of its own, "plate B 12", is no page.
  return /^\p{L}{3,}[\s.]/u.test(inner)
    ? { suffix: `, ${inner}${behind}` }
    : { locator: inner, label: 'page', suffix: behind };
}
