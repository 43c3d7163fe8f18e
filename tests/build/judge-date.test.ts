import { expect, it } from 'vitest';
import { writeBuild } from '../../src/build/build.ts';
import { build, type BuildOptions } from '../../src/index.ts';
import { folderOf, writeFiles } from '../builders/folder.ts';

const bookYaml =
  'title: Tides\nlanguage: en\nauthor: Jane Doe\nmodified: 2026-03-01\nepub: { pages: false }\n';
const book = { 'book.yaml': bookYaml, '01-quay.md': '# The Quay\n\nA wrod.\n' };

/** What is said of dates when a book is built where the release of another state of it lies. */
async function saidAfter(
  earlier: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
  options: BuildOptions = {},
): Promise<ReadonlyArray<string>> {
  const folder = await folderOf(earlier);
  const out = await folderOf({});
  const only: BuildOptions = { only: ['epub'], ...options };
  await writeBuild(out, await build(folder, only));
  await writeFiles(folder, files);
  const [plain, told] = [await build(folder, only), await build(folder, { ...only, replaces: out })];
  // Nothing of the folder gets into the files.
  expect(told.artifacts.map(({ sha256 }) => sha256)).toEqual(plain.artifacts.map(({ sha256 }) => sha256));
  expect(plain.messages.map(({ rule }) => rule)).not.toContain('ebook-date');
  return told.messages.flatMap(({ rule, severity, line, reason }) =>
    rule === 'ebook-date' ? [`${line} ${severity} ${reason}`] : [],
  );
}

const corrected = { '01-quay.md': '# The Quay\n\nA word.\n' };

it('tells at its key where a corrected e-book has the date of the one that it replaces, or an older one', async () => {
  const reading = 'reading systems may keep that one';
  expect(await saidAfter(book, corrected)).toEqual([
    `4 info The e-book differs from the one it replaces, but has the same date, 2026-03-01T00:00:00Z: ${reading}`,
  ]);
  const older = { ...corrected, 'book.yaml': bookYaml.replace('2026-03', '2026-02') };
  expect(await saidAfter(book, older)).toEqual([
    `4 info The e-book differs from the one it replaces, but is dated before it, 2026-02-01T00:00:00Z and not 2026-03-01T00:00:00Z: ${reading}`,
  ]);
});

it('says nothing of what is the same, newer, another book, or dated by whoever builds', async () => {
  expect(await saidAfter(book, {})).toEqual([]);
  const newer = { ...corrected, 'book.yaml': bookYaml.replace('2026-03-01', '2026-03-01T16:30Z') };
  expect(await saidAfter(book, newer)).toEqual([]);
  const other = { ...corrected, 'book.yaml': bookYaml.replace('Tides', 'Ships') };
  expect(await saidAfter(book, other)).toEqual([]);
  expect(await saidAfter(book, corrected, { epoch: 1_700_000_000 })).toEqual([]);
});

it('fails the build of a book that has it be an error', async () => {
  const strict = { ...book, 'book.yaml': `${bookYaml}rules: { ebook-date: error }\n` };
  const folder = await folderOf(strict);
  const out = await folderOf({});
  await writeBuild(out, await build(folder, { only: ['epub'] }));
  await writeFiles(folder, corrected);
  const { ok, artifacts } = await build(folder, { only: ['epub'], replaces: out });
  expect([ok, artifacts]).toEqual([false, []]);
});
