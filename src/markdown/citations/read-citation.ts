import type { CitedWork } from '../../book/nodes.ts';
import { readLocator } from './read-locator.ts';

/** What a typed citation says. */
export interface ReadCitation {
  readonly inText: boolean;
  /** What stands before and behind each is as typed. */
  readonly works: ReadonlyArray<CitedWork>;
}

const keyed = /(-?)@(?:\{([^}]*)\}|([\p{L}\p{N}_]+(?:[:.#$%&+?<>~/-][\p{L}\p{N}_]+)*))/u;

/**
 * Reads a citation: the works it names, where in them, and what is said of each.
 *
 * @param typed as it stands in the text, with its brackets
 */
export function readCitation(typed: string): ReadCitation {
  const text = typed.replace(/\s+/g, ' ');
  if (text.startsWith('[')) return { inText: false, works: worksIn(text.slice(1, -1)) };
  const [sign = '', dash] = keyed.exec(text) ?? [];
  const behind = text.slice(sign.length).trim();
  const [first = '', ...others] = parted(behind.replace(/^\[|\]$/g, ''));
  const { prefix: _, suffix, ...work } = workOf(`${sign} ${first}`) ?? { key: '' };
  const more = others.flatMap((part) => workOf(part) ?? []);
  return { inText: dash !== '-', works: [{ ...work, ...besides(suffix, work) }, ...more] };
}

/** Words that begin what stands in brackets behind a name are parted from what comes to stand before them. */
function besides(suffix: string | undefined, { locator }: Omit<CitedWork, 'key'>): Pick<CitedWork, 'suffix'> {
  if (suffix === undefined) return {};
  return {
    suffix: locator === undefined && /^\s*[\p{L}\p{N}]/u.test(suffix) ? `, ${suffix.trimStart()}` : suffix,
  };
}

/** Parts without a key of their own go on with the one before. */
function worksIn(text: string): CitedWork[] {
  const works: CitedWork[] = [];
  let before = '';
  for (const part of parted(text)) {
    const work = workOf(before + part);
    const last = works.at(-1);
    before = '';
    if (work !== undefined) works.push(work);
    else if (last === undefined) before = `${part};`;
    else last.suffix = `${last.suffix ?? ''};${part}`;
  }
  return works;
}

/** The text between semicolons that stand in no brackets. */
function parted(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    if (character === ']' || character === '}') depth -= 1;
    if (character === ';' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part];
}

function workOf(text: string): CitedWork | undefined {
  const match = new RegExp(String.raw`(?<![\p{L}\p{N}_.@/\\\x60])${keyed.source}`, 'u').exec(text);
  if (match === null) return undefined;
  const [whole, dash, braced, plain] = match;
  const prefix = text.slice(0, match.index).trim();
  const { suffix, locator, label } = readLocator(text.slice(match.index + whole.length));
  return {
    key: braced ?? plain ?? '',
    ...(prefix !== '' && { prefix }),
    ...(suffix.trim() !== '' && { suffix }),
    ...(locator !== undefined && { locator }),
    ...(label !== undefined && { label }),
    ...(dash === '-' && { authorless: true }),
  };
}
