import { describe, expect, it } from 'vitest';
import { licenceOf } from '../../../src/book/licence.ts';
import type { Manuscript } from '../../../src/book/manuscript.ts';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import type { DeclaredPart } from '../../../src/book/rights.ts';
import { readManuscript } from '../../../src/read/manuscript.ts';
import { folderOf } from '../../builders/folder.ts';

const book = { 'book.yaml': 'title: A Short Book\nlanguage: en\n', '01-one.md': '# One\n' };

async function read(files: Readonly<Record<string, string>>): Promise<Manuscript> {
  return readManuscript(await folderOf({ ...book, ...files }));
}

async function found(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { files: all } = await read(files);
  return messagesOf(all).map(
    (each) => `${each.file}:${each.line}:${each.column} ${each.severity} ${each.rule} ${each.reason}`,
  );
}

/** What is declared, without where. */
function facts(parts: ReadonlyMap<string, DeclaredPart> | undefined): Record<string, unknown> {
  return Object.fromEntries(
    [...(parts ?? [])].map(([key, { file, position, ...rest }]) => [
      key,
      { ...rest, at: `${file.path}:${position?.start.line}:${position?.start.column}` },
    ]),
  );
}

const everything = `images:
  ./images/map.svg: { title: A Map, creator: Ada, license: cc-by-sa-4.0, altered: true }
sources:
  umland-2015:
    title: An Article
    holder: A House
    url: https://example.org/a
    credit: By courtesy of A House
    license: { name: House terms }
    permission: { granted: 2024-01-31, until: 2030-12-31, note: By letter }
    limit: 500
`;

describe('the register of rights', () => {
  it('holds what rights.yaml declares', async () => {
    const { rights, files } = await read({ 'rights.yaml': everything, 'images/map.svg': '<svg/>' });
    expect(messagesOf(files)).toEqual([]);
    expect(files.map((file) => file.path)).toContain('rights.yaml');
    expect(facts(rights.images)).toEqual({
      'images/map.svg': {
        title: 'A Map',
        creator: 'Ada',
        license: expect.objectContaining({ id: 'CC-BY-SA-4.0' }),
        altered: true,
        at: 'rights.yaml:2:3',
      },
    });
    expect(facts(rights.sources)).toEqual({
      'umland-2015': {
        title: 'An Article',
        holder: 'A House',
        url: 'https://example.org/a',
        credit: 'By courtesy of A House',
        license: licenceOf({ name: 'House terms' }),
        permission: { granted: '2024-01-31', until: '2030-12-31', note: 'By letter' },
        limit: 500,
        at: 'rights.yaml:4:3',
      },
    });
  });

  it('holds what chapters declare, images relative to the chapter', async () => {
    const { rights, files } = await read({
      'book.yaml': 'title: T\nlanguage: en\ncontents: [parts/a.md]\n',
      '01-one.md': '',
      'parts/a.md':
        '---\nrights:\n  images: { ../images/map.svg: { creator: Ada } }\n  sources:\n    b: {}\n---\n# A\n',
      'images/map.svg': '<svg/>',
    });
    expect(messagesOf(files).filter(({ rule }) => rule !== 'contents-unlisted')).toEqual([]);
    expect(facts(rights.images)).toEqual({ 'images/map.svg': { creator: 'Ada', at: 'parts/a.md:3:13' } });
    expect(facts(rights.sources)).toEqual({ b: { at: 'parts/a.md:5:5' } });
  });

  it.each(['', '# nothing yet\n', 'images: {}\n'])('may be empty: %j', async (text) => {
    const { rights, files } = await read({ 'rights.yaml': text });
    expect(messagesOf(files)).toEqual([]);
    expect([rights.images.size, rights.sources.size]).toEqual([0, 0]);
  });

  it('is empty without rights.yaml, which is then no file of the manuscript', async () => {
    const { rights, files } = await read({});
    expect([rights.images.size, rights.sources.size]).toEqual([0, 0]);
    expect(files.map((file) => file.path)).not.toContain('rights.yaml');
  });

  it.each([
    ['sources: [a]', '1:10 error config-value "sources" must be a mapping from the keys of sources'],
    ['sources:\n', '1:1 error config-value "sources" is empty'],
    ['sources: { a: text }', '1:15 error config-value "sources.a" must be a mapping with the keys title'],
    ['sources: { a: { licence: MIT } }', '1:17 error config-unknown-key "sources.a.licence" is no key'],
    ['sources: { a: { limit: 1.5 } }', '1:24 error config-value "sources.a.limit" must be a whole number'],
    ['sources: { a: { license: MTI } }', '1:26 error config-value "MTI" is no licence known here'],
    [
      'sources: { a: { permission: { until: 2024 } } }',
      '1:38 error config-value "sources.a.permission.until" must be a full date',
    ],
    [
      'sources: { a: { permission: { granted: 2024-02-01, until: 2024-01-31 } } }',
      '1:59 error config-value "sources.a.permission.until" must be a date after 2024-02-01',
    ],
    ['- a', '1:1 error config-value The YAML must be a mapping with the keys images, sources'],
    ['a: b: c', '1:4 error config-syntax'],
    ['pictures: {}', '1:1 error config-unknown-key "pictures" is no key known here'],
  ])('refuses %j', async (text, message) => {
    const messages = await found({ 'rights.yaml': text });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(`rights.yaml:${message}`);
  });

  it('keeps what is right of an entry, and the entries beside it', async () => {
    const { rights } = await read({
      'rights.yaml': 'sources:\n  a: { creator: Ada, limit: many }\n  b: { limit: 5 }\npictures: {}\n',
    });
    expect(facts(rights.sources)).toEqual({
      a: { creator: 'Ada', at: 'rights.yaml:2:3' },
      b: { limit: 5, at: 'rights.yaml:3:3' },
    });
  });

  it('reports what is declared twice at the second place, and keeps the first', async () => {
    const chapter =
      '---\nrights: { images: { map.svg: {} }, sources: { a: { title: Second } } }\n---\n# One\n';
    const files = {
      'rights.yaml': 'images: { ./map.svg: {}, map.svg: {} }\nsources: { a: { title: First } }\n',
      '01-one.md': chapter,
      'map.svg': '<svg/>',
    };
    expect(await found(files)).toEqual([
      '01-one.md:2:21 error config-value The image "map.svg" is declared twice',
      '01-one.md:2:47 error config-value The source "a" is declared twice',
      'rights.yaml:1:26 error config-value The image "map.svg" is declared twice',
    ]);
    const { rights, files: all } = await read(files);
    expect(rights.sources.get('a')?.title).toBe('First');
    expect(messagesOf(all)[0]?.hint).toBe('Keep one of the two: the other stands in rights.yaml, line 1.');
  });

  it('reports images that do not exist, as gravely as the book says', async () => {
    const files = {
      'rights.yaml': 'images:\n  images/mpa.svg: {}\n  ../map.svg: {}\n  images: {}\n',
      'images/map.svg': '<svg/>',
    };
    const reasons = [
      '2:3 error rights-unknown The image "images/mpa.svg" does not exist',
      '3:3 error rights-unknown The image "../map.svg" lies outside the manuscript folder',
      '4:3 error rights-unknown The image "images" is not a regular file',
    ].map((each) => `rights.yaml:${each}`);
    expect(await found(files)).toEqual(reasons);
    const { files: all } = await read(files);
    expect(messagesOf(all)[0]?.hint).toBe('Did you mean "map.svg"?');
    const mild = (severity: string) => ({
      ...files,
      'book.yaml': `title: T\nlanguage: en\nrights: { unknown: ${severity} }\n`,
    });
    expect(await found(mild('warning'))).toEqual(reasons.map((each) => each.replace('error', 'warning')));
    expect(await found(mild('off'))).toEqual([]);
  });
});
