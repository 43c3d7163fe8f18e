import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { messageAt } from '../../src/book/messages/messages.ts';
import { artifact, withChecksums, withManifest } from '../../src/release/artifacts.ts';
import { writeRelease } from '../../src/release/write.ts';
import type { SeriesBook } from '../../src/series/books.ts';
import type { BuiltBook } from '../../src/series/outcome.ts';
import { builtBefore, keepRecord, recordFolder } from '../../src/series/record.ts';
import { makeMetadata } from '../builders/metadata.ts';

const facts = {
  metadata: makeMetadata(),
  contents: [],
  media: [],
  tools: { colophon: '0' },
  fonts: [],
  checks: {},
};

let place: SeriesBook;
let book: BuiltBook;
const inputs = 'a'.repeat(64);
beforeEach(async () => {
  const out = await mkdtemp(join(tmpdir(), 'colophon-record-'));
  place = { name: 'a', folder: 'books/a', out: join(out, 'a') };
  const files = withChecksums(withManifest([artifact('a.epub', 'epub', Buffer.from('book'))], facts));
  await writeRelease(place.out, files);
  book = {
    ok: true,
    title: 'A',
    language: 'en',
    authors: [],
    messages: [messageAt('01.md', 'link-target', 'It leads nowhere')],
    artifacts: files.map(({ path, kind, bytes, sha256 }) => ({ path, kind, bytes: bytes.length, sha256 })),
    pages: null,
    counts: [],
  };
});
afterEach(() => rm(join(place.out, '..'), { recursive: true, force: true }));

it('what was built with the same inputs, and is there, need not be built again', async () => {
  expect(await builtBefore(place, inputs)).toBeUndefined();
  await keepRecord(place, inputs, book);
  expect(await builtBefore(place, inputs)).toEqual(book);
  expect(await builtBefore(place, 'b'.repeat(64))).toBeUndefined();
});

it.each(['a.epub', 'release.json', 'SHA256SUMS'])(
  'a release is built again whose %s was changed or has gone',
  async (name) => {
    await keepRecord(place, inputs, book);
    await writeFile(join(place.out, name), 'changed');
    expect(await builtBefore(place, inputs)).toBeUndefined();
    await rm(join(place.out, name));
    expect(await builtBefore(place, inputs)).toBeUndefined();
  },
);

it('what had errors is told again, unless it was refused for the time that it took', async () => {
  const failed = { ...book, ok: false, artifacts: [] };
  await keepRecord(place, inputs, failed);
  expect(await builtBefore(place, inputs)).toEqual(failed);
  await rm(recordFolder(place), { recursive: true });
  await keepRecord(place, inputs, {
    ...failed,
    messages: [messageAt('01.md', 'too-dense', 'It takes too long')],
  });
  expect(await builtBefore(place, inputs)).toBeUndefined();
});

it('half a record says nothing', async () => {
  await keepRecord(place, inputs, book);
  const path = join(recordFolder(place), 'record.json');
  const whole = await readFile(path, 'utf8');
  for (const part of ['', whole.slice(0, 80), '[]', '{"inputs": 1}']) {
    await writeFile(path, part);
    expect(await builtBefore(place, inputs)).toBeUndefined();
  }
});
