import { alternatives } from '../book/alternatives.ts';
import { UsageError } from '../book/errors.ts';
import { lastSecond } from '../book/last-second.ts';
import { usualLimits } from '../book/limits.ts';
import { didYouMean } from '../book/nearest.ts';
import { editionNames } from './editions/editions.ts';
import type { BuildOptions } from './options.ts';

/** Finds what is wrong with the value of an option; undefined where nothing is. */
type Judge = (value: unknown, name: string) => string | undefined;

const options: Readonly<Record<keyof BuildOptions, Judge>> = {
  only: (value, name) => listOf(value, name, editionNames),
  strict: typed('boolean', 'true or false'),
  offline: typed('boolean', 'true or false'),
  report: typed('boolean', 'true or false'),
  provenance: typed('boolean', 'true or false'),
  sign: judgeSigning,
  browser: typed('string', 'the path of a browser'),
  limits: judgeLimits,
  epoch: (value, name) =>
    isCount(value) && value <= lastSecond ? undefined : `${name} takes whole seconds since 1970`,
  remarkPlugins: judgePlugins,
  themes: judgeThemes,
  locales: (value, name) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? undefined
      : `${name} takes what is said of languages by tags, such as { gsw: { like: 'de' } }`,
  rehypePlugins: judgePlugins,
  transformHtml: typed('function', 'a function'),
  threads: (value, name) => (value === 1 || value === 2 ? undefined : `${name} takes 1 or 2`),
  cache: typed('boolean', 'true or false'),
  replaces: typed('string', 'the path of a folder'),
  onStep: typed('function', 'a function'),
  onDoing: typed('function', 'a function'),
  onNote: typed('function', 'a function'),
};

/**
 * Judges what a caller hands over, who may write JavaScript and have no compiler to tell: unknown keys, values of
 * another type, editions and limits that there are not.
 *
 * @param more the judges of options that a function has besides those of a build
 * @throws {UsageError} with what is wrong and, where a key or name is like one that is known, which
 */
export function judgeOptions(given: unknown, more: Readonly<Record<string, Judge>> = {}): void {
  judgeBy({ ...options, ...more }, given);
}

/**
 * Judges the folder of a manuscript that a caller names.
 *
 * @throws {UsageError} where it is no text
 */
export function judgeFolder(folder: unknown): void {
  if (typeof folder !== 'string' || folder === '')
    throw new UsageError(`The first argument is the path of the manuscript folder, not ${shown(folder)}`);
}

/**
 * Judges options of any function.
 *
 * @param judges of each option that there is
 * @throws {UsageError} with what is wrong and, where a name is like one that is known, which
 */
export function judgeBy(judges: Readonly<Record<string, Judge | undefined>>, given: unknown): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new UsageError("Options are an object, such as { only: ['epub'] }");
  for (const [name, value] of Object.entries(given)) {
    const judge = Object.hasOwn(judges, name) ? judges[name] : undefined;
    if (judge === undefined)
      throw new UsageError(unknown(`There is no option "${name}"`, name, Object.keys(judges)));
    const fault = value === undefined ? undefined : judge(value, name);
    if (fault !== undefined) throw new UsageError(fault);
  }
}

/** The judges of options that a function does without, though a build has them. */
export function without(
  names: ReadonlyArray<keyof BuildOptions>,
  what: string,
): Readonly<Record<string, Judge>> {
  return Object.fromEntries(names.map((name) => [name, () => `${what} has no option "${name}"`]));
}

/** The judge of a value that has a type of JavaScript. */
export function typed(type: string, words: string): Judge {
  return (value, name) => (typeof value === type ? undefined : `${name} takes ${words}, not ${shown(value)}`);
}

/** As `unified` takes them: functions, presets, and either with options of their own. */
function judgePlugins(value: unknown, name: string): string | undefined {
  if (!Array.isArray(value)) return `${name} takes a list of plugins`;
  const at = value.findIndex((each: unknown) => {
    const plugin: unknown = Array.isArray(each) ? each[0] : each;
    return typeof plugin !== 'function' && (typeof plugin !== 'object' || plugin === null);
  });
  return at === -1
    ? undefined
    : `${name} takes a list of plugins, and ${shown(value[at])}, number ${at + 1} of it, is none`;
}

function judgeThemes(value: unknown, name: string): string | undefined {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord && Object.values(value).every((folder) => typeof folder === 'string')
    ? undefined
    : `${name} takes paths of folders by names, such as { harbour: 'themes/harbour' }`;
}

function judgeSigning(value: unknown, name: string): string | undefined {
  const { by, key } = (value ?? {}) as Partial<Record<'by' | 'key', unknown>>;
  const isKnown =
    by === 'ssh' ? typeof key === 'string' : by === 'gpg' && ['string', 'undefined'].includes(typeof key);
  return isKnown ? undefined : `${name} takes { by: 'ssh', key: 'FILE' } or { by: 'gpg', key: 'KEY' }`;
}

function listOf(value: unknown, name: string, known: ReadonlyArray<string>): string | undefined {
  if (!Array.isArray(value)) return `${name} takes a list, such as ['${known[0]}'], not ${shown(value)}`;
  const other: unknown = value.find((each) => !known.includes(each as string));
  if (other === undefined) return undefined;
  return unknown(
    `${name} takes ${alternatives(known)}, not ${shown(other)}`,
    typeof other === 'string' ? other : '',
    known,
  );
}

function judgeLimits(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return `${name} takes an object, not ${shown(value)}`;
  const known = Object.keys(usualLimits);
  for (const [limit, most] of Object.entries(value)) {
    if (!known.includes(limit)) return unknown(`There is no limit "${limit}"`, limit, known);
    if (!isCount(most)) return `The limit ${limit} is a whole number, not ${shown(most)}`;
  }
  return undefined;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function unknown(sentence: string, word: string, known: ReadonlyArray<string>): string {
  const near = didYouMean(word, known);
  return near === undefined ? sentence : `${sentence}. ${near}`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}
