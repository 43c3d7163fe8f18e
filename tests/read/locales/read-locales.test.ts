import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/book/errors.ts';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { ownLocales, withOwnLocales } from '../../../src/language/own-locales.ts';
import { wordingOf } from '../../../src/language/wording.ts';
import { readBookYaml } from '../../../src/read/book-yaml/book-yaml.ts';
import { localesOf } from '../../../src/read/locales/read-locales.ts';
import { folderOf } from '../../builders/folder.ts';

async function read(locale: string | undefined, named = '{ gsw: gsw.yaml }') {
  const yaml = `title: A\nlanguage: gsw\nlocales: ${named}\n`;
  const files = { 'book.yaml': yaml, ...(locale !== undefined && { 'gsw.yaml': locale }) };
  const folder = await folderOf(files);
  return withOwnLocales(new Map(), async () => {
    const book = await readBookYaml(folder, ['literary']);
    const found = messagesOf([...book.files]).map(
      ({ file, line, column, rule, reason, hint }) => `${file}:${line}:${column} ${rule} ${reason}. ${hint}`,
    );
    return { book, found, notes: wordingOf('gsw').notes, own: ownLocales().get('gsw') };
  });
}

describe('a file that book.yaml names for a language', () => {
  it('counts for the book, and its spaces too', async () => {
    const { book, found, notes, own } = await read(
      "like: de\nwording: { notes: Aamerkige }\nquotationMarks: { double: ['« ', ' »'], single: [‹, ›] }\n",
    );
    expect(found).toEqual([]);
    expect(book.isValid).toBe(true);
    expect(notes).toBe('Aamerkige');
    expect(own?.quotationMarks?.double).toEqual(['« ', ' »']);
  });

  it.each([
    ['wording: { note: X }', 'gsw.yaml:1:12 config-unknown-key', 'Did you mean "notes"?'],
    ['wording: { notes: "{page} X" }', 'gsw.yaml:1:19 config-value', 'Write the words alone.'],
    [
      'wording: { noteMark: "{nr} X" }',
      'gsw.yaml:1:22 config-value',
      'Write {number}, where it is to stand.',
    ],
    ['elisions: [".*"]', 'gsw.yaml:1:12 config-value', 'Write a word.'],
    ['hyphenation: ../../x', 'gsw.yaml:1:14 config-value', 'Write false, or the tag of a language'],
    ['like: english', 'gsw.yaml:1:7 language-tag', 'Write en'],
    [undefined, 'gsw.yaml:1:1 config-value', 'Correct the path'],
  ])('tells of a fault in %j where it is', async (locale, place, remedy) => {
    const { book, found } = await read(locale);
    expect(found).toEqual([expect.stringContaining(place)]);
    expect(found[0]).toContain(remedy);
    expect(book.isValid).toBe(false);
  });

  it.each([
    ['{ german: gsw.yaml }', 'book.yaml:3:20 language-tag', 'Write de'],
    ['{ gsw: { like: de } }', 'book.yaml:3:17 config-value', 'Write the path'],
    ['gsw.yaml', 'book.yaml:3:10 config-value', 'gsw: locales/gsw.yaml'],
    ['{ gsw: ../gsw.yaml }', '../gsw.yaml:1:1 file-unreadable', ''],
  ])('is named as %j in vain', async (named, place, remedy) => {
    const { found } = await read('like: de', named);
    expect(found).toEqual([expect.stringContaining(place)]);
    expect(found[0]).toContain(remedy);
  });
});

describe('what a caller says of a language', () => {
  it('is taken as a file is', () => {
    const locales = localesOf({ 'de-at': { spaces: { thousands: false }, wording: { notes: 'Noten' } } });
    expect(locales.get('de-at')?.spaces).toMatchObject({ thousands: false });
    expect(locales.get('de-at')?.wording).toMatchObject({ notes: 'Noten', contents: 'Inhalt' });
  });

  it.each([
    [{ english: {} }, 'locales: "english" is not a language tag'],
    [{ de: { wording: { note: 'X' } } }, 'locales.de.wording has no "note". Did you mean "notes"?'],
    [
      { de: { wording: { noteMark: '{x}' } } },
      'locales.de.wording.noteMark: Nothing is put in the place of {x} here',
    ],
    [{ de: { spine: 'left' } }, 'locales.de.spine takes down, up or upright'],
    [{ de: 'german' }, 'locales.de takes a mapping'],
  ])('is refused where it is %j', (given, told) => {
    expect(() => localesOf(given)).toThrow(UsageError);
    expect(() => localesOf(given)).toThrow(told);
  });
});
