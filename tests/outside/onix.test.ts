import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { licenceOf } from '../../src/book/licence.ts';
import type { Metadata } from '../../src/book/metadata.ts';
import { emitOnix } from '../../src/emit/onix/emit-onix.ts';
import { fullMetadata, makeFacts } from '../builders/release-facts.ts';
import { makeMetadata } from '../builders/metadata.ts';
import { hasCommand, hasFile, output } from './tools.ts';

/*
 * The schemas EDItEUR publishes, with its code lists, judge messages from bare to complete. A
 * message of 3.0 must also satisfy 3.1, in whose namespace it is put.
 */
const folder = process.env['ONIX_SCHEMAS'] ?? '/nowhere';
const releases = ['3.0', '3.1'].map((release) => ({
  release,
  schema: join(folder, `xsd${release}/ONIX_BookProduct_${release}_reference.xsd`),
}));
const able = hasCommand('xmllint') && releases.every(({ schema }) => hasFile(schema, 'schema of ONIX'));

const { copyright } = makeMetadata();
const person = { name: 'Ada Byron', role: 'aut' };

/** Each key alone, in languages of many kinds, and everything at once without one key. */
const variants: Record<string, Metadata> = {
  bare: makeMetadata(),
  everything: fullMetadata,
  'an author': makeMetadata({ contributors: [person] }),
  'an author in two roles': makeMetadata({ contributors: [person, { ...person, role: 'ill' }] }),
  'a publisher': makeMetadata({ publisher: { name: 'Harbour', url: 'https://harbour.example/?a=1&b=2' } }),
  'an editor and a full date': makeMetadata({
    contributors: [{ name: 'Ed', role: 'edt' }],
    date: '2024-02-29',
  }),
  'years of copyright': makeMetadata({ copyright: { ...copyright, years: ['1999–2001', '2024'] } }),
  'a holder': makeMetadata({ copyright: { ...copyright, holders: ['Harbour'] } }),
  'a licence by name': makeMetadata({
    copyright: { ...copyright, license: licenceOf({ name: 'House terms' }) },
  }),
  'mining allowed': makeMetadata({ copyright: { ...copyright, mining: { reserved: false } } }),
  'a printed book': makeMetadata({ identifiers: { print: '9780306406157', others: [] } }),
  'a book given away': makeMetadata({
    contributors: [person],
    sale: { commercial: false, prices: [{ amount: '0', currency: 'EUR' }] },
  }),
  'a series without number': makeMetadata({ series: { name: 'Charts' } }),
  'keywords alone': makeMetadata({ subjects: [{ text: 'Sea' }, { text: ' ' }] }),
  'a new edition': makeMetadata({
    contributors: [person],
    original: { title: 'The Old Whale', date: '1851' },
  }),
  ...Object.fromEntries(
    ['de-AT', 'fr', 'pl', 'uk', 'el', 'ja', 'zh-Hant-TW', 'ar', 'sr-Latn', 'grc', 'bar', 'es-419'].map(
      (language) => [`a book in ${language}`, { ...fullMetadata, language }],
    ),
  ),
  ...Object.fromEntries(
    (['subtitle', 'publisher', 'date', 'edition', 'description', 'series', 'original'] as const).map(
      (key) => {
        const { [key]: _without, ...rest } = fullMetadata;
        return [`no ${key}`, rest];
      },
    ),
  ),
};

describe.runIf(able)('the ONIX message', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'colophon-onix-'));
  afterAll(() => rmSync(temporary, { recursive: true, force: true }));

  it.each(releases)('satisfies the schema of $release, whatever the book says', ({ release, schema }) => {
    const files = Object.entries(variants).map(([name, metadata]) => {
      const facts = makeFacts({ ...metadata, language: 'en' });
      const message = Buffer.from(emitOnix(metadata, facts)).toString('utf8');
      const file = join(temporary, `${name.replaceAll(' ', '-')}-${release}.xml`);
      writeFileSync(file, message.replaceAll(/(?<=onix\/|release=")3\.0/g, release));
      return file;
    });
    expect(() => output('xmllint', ['--noout', '--nonet', '--schema', schema, ...files])).not.toThrow();
  });

  it('would be found out if it were wrong', () => {
    const file = join(temporary, 'wrong.xml');
    const message = Buffer.from(emitOnix(fullMetadata, makeFacts(fullMetadata))).toString('utf8');
    writeFileSync(file, message.replace('<ProductForm>BC<', '<ProductForm>XX<'));
    const schema = releases[0]?.schema ?? '';
    expect(() => output('xmllint', ['--noout', '--nonet', '--schema', schema, file])).toThrow(/XX/);
  });
});
