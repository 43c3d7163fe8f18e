import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOf, repositoryRoot } from '../../../src/cli/reports/place.ts';
import { makeReport, thinLine, undefinedNote } from './make-report.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'colophon-place-'));
  await mkdir(join(root, '.git'));
  await mkdir(join(root, 'book', 'dist'), { recursive: true });
  await writeFile(join(root, 'book/dist/book-press.pdf'), '');
  await writeFile(join(root, 'book/dist/tide.epub'), '');
});
afterAll(() => rm(root, { recursive: true }));

describe('the place of a message', () => {
  it('is a line of a source, seen from the root of the repository', () => {
    const report = makeReport(join(root, 'book'), []);
    expect(placeOf(undefinedNote, report, root)).toEqual({
      path: 'book/01-one.md',
      line: 3,
      column: 14,
      words: 'book/01-one.md:3:14',
    });
  });

  it('is a page of what was made, or a line inside of it', () => {
    const report = makeReport(join(root, 'book'), []);
    expect(placeOf(thinLine, report, root)).toEqual({
      path: 'book/dist/book-press.pdf',
      words: 'book/dist/book-press.pdf page 12',
    });
    const inside = { ...undefinedNote, file: 'tide.epub/OEBPS/one.xhtml' };
    expect(placeOf(inside, report, root)).toEqual({
      path: 'book/dist/tide.epub',
      words: 'book/dist/tide.epub/OEBPS/one.xhtml:3:14',
    });
  });

  it('is outside of the repository where the file is', () => {
    const { path } = placeOf(undefinedNote, makeReport(root, []), join(root, 'book'));
    expect(path).toBe(`${root}/01-one.md`);
  });

  it('has no line to show where a release is checked, which does not say where its manuscript lies', () => {
    const report = makeReport(root, [], { out: root });
    expect(placeOf(undefinedNote, report, root)).toEqual({ path: '01-one.md', words: '01-one.md:3:14' });
  });
});

describe('the root of the repository', () => {
  it('is where Git has it', () => {
    expect(repositoryRoot(join(root, 'book/dist'), {})).toBe(root);
  });

  it('is otherwise where the CI server has it', () => {
    expect(repositoryRoot('/nowhere/book', { GITHUB_WORKSPACE: '/work' })).toBe('/work');
    expect(repositoryRoot('/nowhere/book', { CI_PROJECT_DIR: '/builds' })).toBe('/builds');
    expect(repositoryRoot('/nowhere/book', {})).toBe(process.cwd());
  });
});
