import { parse } from 'yaml';
import type { FrontMatter } from '../../../book/manuscript.ts';
import { roles, type Role } from '../../../book/roles.ts';
import { joinNames } from '../../../language/formats.ts';
import { Fault } from '../../values/fault.ts';
import { parseLanguage } from '../../values/language-tag.ts';
import { instead, type Line } from './lines.ts';

/** What the YAML at the beginning of a text of another program says. */
export interface ForeignFrontMatter {
  readonly values: Readonly<Record<string, unknown>>;
  /** The text with empty lines in its place. */
  readonly lines: Line[];
}

/**
 * Takes the YAML off a text. What cannot be read is no matter: no line of it is text of the book.
 *
 * @param lines of the text
 */
export function takeFrontMatter(lines: ReadonlyArray<Line>): ForeignFrontMatter {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  if (hasTitleBlock(lines)) return takeTitleBlock(lines);
  if (first === -1 || !/^---[ \t]*$/.test(lines[first]?.text ?? '')) return { values: {}, lines: [...lines] };
  const last = lines.findIndex(({ text }, index) => index > first && /^(?:---|\.\.\.)[ \t]*$/.test(text));
  const inner = lines.slice(first + 1, last).map(({ text }) => text);
  // A thematic break may open a text too.
  const isEmpty = first === 0 && inner.every((text) => text.trim() === '');
  if (last === -1 || !(isEmpty || inner.some((text) => /^[\w"'-]+[ \t]*:/.test(text))))
    return { values: {}, lines: [...lines] };
  const rest = lines.map((line, index) => (index >= first && index <= last ? instead(line, '') : line));
  return { values: mappingIn(inner.join('\n')), lines: rest };
}

/** Whether a text begins with the title block of Pandoc: `% Title`, `% Authors`, `% Date`. */
export function hasTitleBlock([first]: ReadonlyArray<Line>): boolean {
  return /^%[ \t]+\S/.test(first?.text ?? '');
}

/** @see https://pandoc.org/MANUAL.html#extension-pandoc_title_block */
function takeTitleBlock(lines: ReadonlyArray<Line>): ForeignFrontMatter {
  const fields: string[][] = [];
  let end = 0;
  for (const { text } of lines) {
    const [, begun] = /^%[ \t]*(.*)$/.exec(text) ?? [];
    if (begun !== undefined && fields.length < 3) fields.push([begun.trim()]);
    else if (/^[ \t]+\S/.test(text)) fields.at(-1)?.push(text.trim());
    else break;
    end++;
  }
  const [title = [], authors = [], date = []] = fields;
  const author = authors.flatMap((each) => each.split(';')).map((each) => each.trim());
  return {
    values: {
      ...(title.some(Boolean) && { title: title.join(' ').trim() }),
      ...(author.some(Boolean) && { author: author.filter(Boolean) }),
      ...(date.some(Boolean) && { date: date.join(' ').trim() }),
    },
    lines: lines.map((line, index) => (index < end ? instead(line, '') : line)),
  };
}

/** A mapping of YAML; an empty one where the text is none. */
export function mappingIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = parse(text, { logLevel: 'silent', maxAliasCount: 50, uniqueKeys: false });
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

/** What of another program's front matter says what ours would. */
export function frontMatterOf(values: Readonly<Record<string, unknown>>, language: string): FrontMatter {
  const title = wordsIn(values['title']);
  const subtitle = wordsIn(values['subtitle']);
  const own = languageIn(values['language'] ?? values['lang'] ?? values['locale']);
  const author = joinNames(namesIn(values['author'] ?? values['authors']), own ?? language);
  return {
    ...(title !== undefined && { title }),
    ...(subtitle !== undefined && { subtitle }),
    ...(author !== '' && { author }),
    ...(own !== undefined && { language: own }),
    ...ours(values),
  };
}

/** What no other program has: a text that says so was written for Colophon. */
function ours({ role, numbered, toc }: Readonly<Record<string, unknown>>): FrontMatter {
  return {
    ...(typeof role === 'string' && Object.hasOwn(roles, role) && { role: role as Role }),
    ...(typeof numbered === 'boolean' && { numbered }),
    ...(typeof toc === 'boolean' && { toc }),
  };
}

/** A text of one line, be it written as a number. */
export function wordsIn(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const words = String(value).replace(/\s+/g, ' ').trim();
  return words === '' ? undefined : words;
}

/** The names of people, however they are written: one, a list, mappings with a name. */
export function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value === 'object' && value !== null) {
    const { name, given, family, literal } = value as Record<string, unknown>;
    if (typeof name === 'object' && name !== null) return namesIn(name);
    const whole = wordsIn(name) ?? wordsIn(literal);
    const parts = [wordsIn(given), wordsIn(family)].filter((part) => part !== undefined);
    return whole !== undefined ? [whole] : parts.length > 0 ? [parts.join(' ')] : [];
  }
  const words = wordsIn(value);
  return words === undefined ? [] : [words];
}

/** A language tag, however a program writes it; nothing where it is none. */
export function languageIn(value: unknown): string | undefined {
  const words = wordsIn(value);
  if (words === undefined) return undefined;
  const tag = parseLanguage(words);
  return tag instanceof Fault ? undefined : tag;
}
