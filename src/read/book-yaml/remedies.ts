import { stringify } from 'yaml';
import { Fault } from '../values/fault.ts';
import { parseLicence } from '../values/licences.ts';
import { dictionary } from '../../book/dictionary.ts';

/** Keys that other tools have at the top of their files, and what says the same here. */
const elsewhere: Readonly<Record<string, (value: unknown) => unknown>> = dictionary({
  isbn: (print) => ({ identifiers: { print } }),
  isbn13: (print) => ({ identifiers: { print } }),
  'isbn-13': (print) => ({ identifiers: { print } }),
  identifier: (print) => ({ identifiers: { print } }),
  ...Object.fromEntries(['doi', 'lccn'].map((key) => [key, (value) => ({ identifiers: { [key]: value } })])),
  creator: (value) => people(value, 'author'),
  ...Object.fromEntries(
    ['editor', 'translator', 'illustrator', 'photographer', 'compiler'].flatMap((role) => [
      [role, (value) => people(value, role)],
      [`${role}s`, (value) => people(value, role)],
    ]),
  ),
  ...renamed('language', 'lang', 'locale'),
  ...renamed('date', 'year', 'published', 'pubdate', 'publication-date', 'publicationDate', 'release-date'),
  ...renamed('description', 'abstract', 'summary', 'blurb'),
  ...renamed('contents', 'chapters', 'files', 'spine', 'rmd_files', 'entry'),
  ...renamed('subjects', 'keywords', 'tags', 'categories', 'subject'),
  ...inside('copyright', 'holder', 'statement', 'funding', 'disclaimer', 'credits', 'mining'),
  ...Object.fromEntries(
    ['footnotes', 'endnotes'].map((key) => [
      key,
      () => ({ notes: { place: key === 'footnotes' ? 'foot' : 'book' } }),
    ]),
  ),
  ...Object.fromEntries(['number', 'volume'].map((key) => [key, (position) => ({ series: { position } })])),
  parts: () => ({ contents: [{ part: 'Part One', contents: ['01.md'] }] }),
  licence: underCopyright,
  license: underCopyright,
  ...inside('print', 'trim', 'bleed', 'openings', 'margins', 'theme', 'printer', 'paper', 'halfTitle'),
  ...inside('print', 'fontSize', 'lineHeight', 'gutter', 'largePrint', 'openingStyle', 'ink'),
  papersize: (trim) => ({ print: { trim } }),
  size: (trim) => ({ print: { trim } }),
  ...Object.fromEntries(
    ['cover-image', 'coverImage', 'cover_image', 'epub-cover-image'].map((key) => [
      key,
      (image) => ({ cover: { image } }),
    ]),
  ),
});

/**
 * The lines to write in place of a key of book.yaml that other tools have at its top or that
 * belongs under another one; nothing for keys nobody knows.
 *
 * @param path the key as written, and the one it stands under
 * @param value what stands there
 */
export function remedyFor(path: ReadonlyArray<string>, value: unknown): string | undefined {
  const key = path.at(-1) ?? '';
  if (path.length > 2 || !Object.hasOwn(elsewhere, key)) return undefined;
  const lines = stringify(elsewhere[key]?.(value), { lineWidth: 0 }).trimEnd();
  return `Write:\n${lines}`;
}

function people(value: unknown, role: string): unknown {
  return { contributors: [value].flat().map((name) => ({ name, role })) };
}

function renamed(key: string, ...names: ReadonlyArray<string>): typeof elsewhere {
  return Object.fromEntries(names.map((name) => [name, (value) => ({ [key]: value })]));
}

function inside(key: string, ...names: ReadonlyArray<string>): typeof elsewhere {
  return Object.fromEntries(names.map((name) => [name, (value) => ({ [key]: { [name]: value } })]));
}

/** A licence where it belongs, and by its id where it has one: what is told once should do. */
function underCopyright(written: unknown): unknown {
  const known = typeof written === 'string' ? parseLicence(written) : undefined;
  const license = known === undefined || known instanceof Fault ? written : (known.id ?? written);
  return { copyright: { license } };
}
