import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usualLimits, type Limits } from '../../src/book/limits.ts';
import { UsageError } from '../../src/book/errors.ts';
import type { Manuscript } from '../../src/book/manuscript.ts';
import { messagesOf } from '../../src/book/messages/messages.ts';
import { readManuscript } from '../../src/read/manuscript.ts';
import { folderOf } from '../builders/folder.ts';

const book = 'title: A Short Book\nlanguage: en\n';

function found(manuscript: Manuscript): string[] {
  return messagesOf(manuscript.files).map((each) => `${each.file}:${each.line}:${each.column} ${each.rule}`);
}

/** Two blanks for each part around. */
function indent(within = 0): string {
  return '  '.repeat(within);
}

function order(manuscript: Manuscript): string[] {
  return manuscript.sources.map((each) =>
    each.kind === 'part'
      ? `${indent(each.within)}part ${each.title}`
      : `${indent(each.within)}${each.file.path}`,
  );
}

describe('readManuscript', () => {
  it('takes the Markdown files in natural order, without hidden files, backups and the read-me', async () => {
    const folder = await folderOf({
      'book.yaml': book,
      '10-ten.md': '',
      '9-nine.md': '',
      '9-nine.md~': '',
      '9-nine.md.bak': '',
      '.hidden.md': '',
      'README.md': '',
      'notes.txt': '',
      'a.markdown': '',
    });
    const manuscript = await readManuscript(folder);
    expect(order(manuscript)).toEqual(['9-nine.md', '10-ten.md', 'a.markdown']);
    expect(found(manuscript)).toEqual([]);
  });

  it('follows contents, its parts and folders, and takes the read-me where it is listed', async () => {
    const folder = await folderOf({
      'book.yaml': `${book}contents:\n  - README.md\n  - part: Part One\n    contents: [deep/b.md, ./a.md]\n`,
      'README.md': '# Read me',
      'a.md': '# A',
      'deep/b.md': '# B',
    });
    const manuscript = await readManuscript(folder);
    expect(order(manuscript)).toEqual(['README.md', 'part Part One', '  deep/b.md', '  a.md']);
    expect(found(manuscript)).toEqual([]);
  });

  it('takes parts within parts', async () => {
    const folder = await folderOf({
      'book.yaml': `${book}contents:
  - part: One
    contents:
      - a.md
      - part: Within
        contents: [b.md, { part: Deeper, contents: [c.md] }]
      - d.md
  - e.md
`,
      ...Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.md`, `# ${name}`])),
    });
    const manuscript = await readManuscript(folder);
    expect(order(manuscript)).toEqual([
      'part One',
      '  a.md',
      '  part Within',
      '    b.md',
      '    part Deeper',
      '      c.md',
      '  d.md',
      'e.md',
    ]);
    expect(found(manuscript)).toEqual([]);
  });

  it('reports every fault at once and reads what it can', async () => {
    const folder = await folderOf({
      'book.yaml': `${book}contents: [a.md, b.md, a.md]\n`,
      'a.md': '---\nrole: chaptre\n---\n# A\n',
      'c.md': '# C\n',
    });
    const manuscript = await readManuscript(folder);
    expect(found(manuscript)).toEqual([
      'a.md:2:7 config-value',
      'book.yaml:3:18 contents-missing',
      'book.yaml:3:24 contents-duplicate',
    ]);
    expect(order(manuscript)).toEqual(['a.md']);
    expect(manuscript.metadata.title).toBe('A Short Book');
  });

  it('tells errors of book.yaml alone', async () => {
    const chapter = { 'a.md': '---\nrole: chaptre\n---\n# A\n' };
    const wrong = await folderOf({ ...chapter, 'book.yaml': `${book}date: soon\n` });
    expect(found(await readManuscript(wrong))).toEqual(['book.yaml:3:7 config-value']);
    expect(found(await readManuscript(await folderOf(chapter)))).toEqual(['book.yaml:1:1 config-missing']);
  });

  it('refuses a path that is no folder', async () => {
    const folder = await folderOf({ 'book.yaml': book });
    await expect(readManuscript(join(folder, 'absent'))).rejects.toThrow(UsageError);
    await expect(readManuscript(join(folder, 'book.yaml'))).rejects.toThrow(UsageError);
  });

  it('reads no chapter from outside, from a pipe or from a folder', async () => {
    const outside = await folderOf({ 'secret.md': 'A secret.' });
    const folder = await folderOf({ 'book.yaml': book, 'd.md': '# D', 'inner/e.md': '# E' });
    await symlink(join(outside, 'secret.md'), join(folder, 'a.md'));
    execFileSync('mkfifo', [join(folder, 'b.md')]);
    await mkdir(join(folder, 'c.md'));
    await symlink(join(folder, 'inner/e.md'), join(folder, 'e.md'));
    const manuscript = await readManuscript(folder);
    expect(found(manuscript)).toEqual([
      'a.md:1:1 file-unreadable',
      'b.md:1:1 file-unreadable',
      'c.md:1:1 file-unreadable',
    ]);
    expect(order(manuscript)).toEqual(['d.md', 'e.md']);
    expect(manuscript.files.map(String).join('')).not.toContain('secret');
  });

  it.skipIf(process.platform !== 'linux')(
    'leaves out no chapter in silence whose link leads nowhere, or whose name is not in UTF-8',
    async () => {
      const folder = await folderOf({ 'book.yaml': book, 'a.md': '# A' });
      await symlink(join(folder, 'nowhere.md'), join(folder, 'b.md'));
      await writeFile(
        Buffer.concat([Buffer.from(join(folder, '/')), Buffer.from('\xE9.md', 'latin1')]),
        '# E',
      );
      expect(found(await readManuscript(folder))).toEqual([
        'b.md:1:1 file-unreadable',
        '\uFFFD.md:1:1 file-unreadable',
      ]);
    },
  );

  it('refuses contents outside the folder', async () => {
    const folder = await folderOf({ 'book.yaml': `${book}contents: [../a.md, /b.md]\n` });
    expect(found(await readManuscript(folder))).toEqual([
      'book.yaml:3:12 file-unreadable',
      'book.yaml:3:21 file-unreadable',
    ]);
  });

  it('accepts as much as it is told to', async () => {
    const folder = await folderOf({ 'book.yaml': book, 'a.md': '# A\n\nText.', 'b.md': '# B\n\nText.' });
    const told = async (limits: Partial<Limits>) =>
      found(await readManuscript(folder, { limits: { ...usualLimits, ...limits } }));
    expect(await told({ 'chapter-size': 10, 'manuscript-size': 20 })).toEqual([]);
    expect(await told({ 'chapter-size': 9 })).toEqual(['a.md:1:1 file-too-large', 'b.md:1:1 file-too-large']);
    expect(await told({ 'manuscript-size': 19 })).toEqual(['b.md:1:1 file-too-large']);
  });

  it('refuses a chapter of more than 8 MB', async () => {
    const folder = await folderOf({ 'book.yaml': book, 'a.md': new Uint8Array((8 << 20) + 1).fill(0x61) });
    const manuscript = await readManuscript(folder);
    expect(found(manuscript)).toEqual(['a.md:1:1 file-too-large']);
    expect(order(manuscript)).toEqual([]);
  });

  it('asks for the cover and the images of theme.css, each at its place', async () => {
    const folder = await folderOf({
      'book.yaml': `${book}cover: { image: ./images/cover.jpg }\n`,
      'a.md': '# A',
      'theme.css': 'h1 { background: url(images/rule.svg) }\n@font-face { src: url(fonts/a.ttf) }\n',
    });
    const { references, stylesheet, metadata } = await readManuscript(folder);
    expect(references.map((each) => [each.file.path, each.path, each.position?.start.column])).toEqual([
      ['book.yaml', 'images/cover.jpg', 17],
      ['theme.css', 'images/rule.svg', 18],
    ]);
    expect(metadata.cover).toEqual({ image: 'images/cover.jpg', alt: 'A Short Book' });
    expect(String(stylesheet)).toContain('@font-face');
  });

  it('takes the wording of the language of the book', async () => {
    const german = await folderOf({ 'book.yaml': 'title: Ein Buch\nlanguage: de-AT\n', 'a.md': '# A' });
    const english = await folderOf({ 'book.yaml': book, 'a.md': '# A' });
    expect((await readManuscript(german)).labels.contents).not.toBe(
      (await readManuscript(english)).labels.contents,
    );
  });
});
