/** An entry of a .bib file: where it stands, and how it is called. */
export interface ScannedEntry {
  /** In lower case: `book`, `string`. */
  readonly type: string;
  readonly key: string;
  readonly start: number;
  /** Behind its last brace. */
  readonly end: number;
}

/** Something in a .bib file that is no entry. */
export interface ScanFault {
  readonly reason: string;
  readonly start: number;
}

const opening = /@[ \t]*([a-z]+)\s*([{(])\s*(?:([^\s,{}()"=#%]+)\s*(?=[,})]))?/gi;

/**
 * The entries of a BibTeX or BibLaTeX file, without looking into them. An entry whose braces never close ends
 * where the next begins on a line of its own.
 *
 * @param text of the file
 */
export function scanEntries(text: string): {
  readonly entries: ReadonlyArray<ScannedEntry>;
  readonly faults: ReadonlyArray<ScanFault>;
} {
  const entries: ScannedEntry[] = [];
  const faults: ScanFault[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [whole, name = '', brace = '', key = ''] = match;
    const type = name.toLowerCase();
    if (isCommented(text, match.index)) continue;
    if (type === 'comment') {
      opening.lastIndex = endOf(text, match.index + whole.length, brace) ?? match.index + whole.length;
      continue;
    }
    const end = endOf(text, match.index + whole.length, brace);
    const named = type === 'string' || type === 'preamble';
    if (end === undefined) {
      faults.push({
        reason: `The braces of ${key === '' ? `@${name}` : `"${key}"`} never close`,
        start: match.index,
      });
      const next = /\n[ \t]*@[ \t]*[a-z]+[ \t]*[{(]/gi;
      next.lastIndex = match.index + whole.length;
      const found = next.exec(text);
      if (found === null) break;
      opening.lastIndex = found.index;
      continue;
    }
    if (key === '' && !named) faults.push({ reason: `The entry @${name} has no key`, start: match.index });
    else entries.push({ type, key, start: match.index, end });
    opening.lastIndex = end;
  }
  return { entries, faults };
}

/** Whether a line is one of remarks up to here. */
function isCommented(text: string, index: number): boolean {
  return /^[ \t]*%/.test(text.slice(text.lastIndexOf('\n', index - 1) + 1, index));
}

/** Where the brace or parenthesis that was opened closes; nothing where an entry begins before it does. */
function endOf(text: string, from: number, brace: string): number | undefined {
  let depth = 1;
  for (let index = from; index < text.length; index += 1) {
    const character = text[index];
    if (character === '\\') index += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    else if (character === ')' && brace === '(' && depth === 1) return index + 1;
    else if (character === '@' && depth > 0 && opensEntry(text, index)) return undefined;
    if (depth === 0) return index + 1;
  }
  return undefined;
}

const entryAtLine = /@[a-z]+[ \t]*\{[^\s,{}()"=#%]+,[ \t]*(?:\r?\n|$)/iy;

/** Whether an entry begins at the beginning of a line. */
function opensEntry(text: string, index: number): boolean {
  if (index > 0 && text[index - 1] !== '\n') return false;
  entryAtLine.lastIndex = index;
  return entryAtLine.test(text);
}
