import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import type { Manuscript } from '../../../src/book/manuscript.ts';
import { readManuscript } from '../../../src/read/manuscript.ts';
import { findSource } from '../../../src/read/sources/find-source.ts';
import { folderOf } from '../../builders/folder.ts';

/** The order of a manuscript: paths, with how far they stand below the chapter before, and parts. */
function order({ sources }: Manuscript): string[] {
  return sources.map((source) =>
    source.kind === 'part'
      ? `[${source.title}]`
      : `${source.file.path}${source.below === undefined ? '' : ` +${source.below}`}${source.frontMatter.numbered === false ? ' *' : ''}`,
  );
}

const toml = '[book]\ntitle = "Tides"\nauthors = ["Ada Shore", "Ben Reef"]\nlanguage = "de"\n';

describe('a book of mdBook', () => {
  const files = {
    'book.toml': toml,
    'README.md': '# The repository\n',
    'src/SUMMARY.md': '# Summary\n\n[Before](before.md)\n\n- [One](one.md)\n  - [Two](two.md)\n',
    'src/before.md': '# Before\n\nText.\n',
    'src/one.md': '# One\n\nText.\n',
    'src/two.md': '# Two\n\nText.\n',
  };

  it('is read from book.toml and SUMMARY.md', async () => {
    const manuscript = await readManuscript(await folderOf(files));
    expect(manuscript.readAs).toBe('Read as mdBook: book.toml, src/SUMMARY.md');
    expect(order(manuscript)).toEqual(['src/before.md *', 'src/one.md', 'src/two.md +1']);
    expect(manuscript.metadata).toMatchObject({ title: 'Tides', language: 'de' });
    expect(manuscript.metadata.contributors.map(({ name }) => name)).toEqual(['Ada Shore', 'Ben Reef']);
    expect(messagesOf(manuscript.files)).toEqual([]);
  });

  it('has no index of ours without a book.yaml', async () => {
    const theirs = { ...files, 'index.yaml': '- theirs\n', 'rights.yaml': '- theirs\n' };
    expect(messagesOf((await readManuscript(await folderOf(theirs))).files)).toEqual([]);
    const ours = await readManuscript(
      await folderOf({ ...files, 'book.yaml': 'title: T\n', 'index.yaml': 'tide:\n' }),
    );
    expect(ours.concordance).toHaveLength(1);
  });

  it('is what a book.yaml beside says, where that says something', async () => {
    const yaml = 'title: High Water\ncontents: [src/two.md, src/one.md]\n';
    const manuscript = await readManuscript(await folderOf({ ...files, 'book.yaml': yaml }));
    expect(order(manuscript)).toEqual(['src/two.md', 'src/one.md']);
    expect(manuscript.metadata).toMatchObject({ title: 'High Water', language: 'de' });
  });

  it('whose book.toml cannot be read says so and is read all the same', async () => {
    const manuscript = await readManuscript(await folderOf({ ...files, 'book.toml': '[book\ntitle = 1\n' }));
    expect(messagesOf(manuscript.files).map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'book.toml config-syntax',
    ]);
  });
});

describe('a folder of Markdown', () => {
  it('of a repository may hold nothing but what it shows to its visitors', async () => {
    const manuscript = await readManuscript(
      await folderOf({ 'AUTHORS.md': '# Authors\n', 'README.md': '# The Art of Tides\n\nA text.\n' }),
    );
    expect(order(manuscript)).toEqual(['README.md']);
    expect(manuscript.metadata.title).toBe('The Art of Tides');
  });

  it('of a site is in the folders below, in one language, and says what it leaves out', async () => {
    const texts = (folder: string): Record<string, string> => ({
      [`${folder}/01.md`]: '# One\n\nText.\n',
      [`${folder}/02.md`]: '# Two\n\nText.\n',
    });
    const site = { 'index.md': '# Welcome\n', ...texts('af'), ...texts('en') };
    const manuscript = await readManuscript(await folderOf(site));
    expect(order(manuscript)).toEqual(['en/01.md', 'en/02.md']);
    expect(messagesOf(manuscript.files).map(({ reason }) => reason)).toContain(
      'The folder holds more than the book: 2 texts in af/ are not in it',
    );
    const begun = { 'ar/01.md': '# One\n\nText.\n', ...texts('en'), ...texts('zh-tw') };
    expect(order(await readManuscript(await folderOf(begun)))).toEqual(['en/01.md', 'en/02.md']);
    const two = await readManuscript(await folderOf({ 'a.md': '# A\n', 'b.md': '# B\n', ...texts('more') }));
    expect(order(two)).toEqual(['a.md', 'b.md']);
    expect(messagesOf(two.files).map(({ reason }) => reason)).toContain(
      'The folder holds more than the book: 2 texts in more/ are not in it',
    );
  });

  it('begins with its front matter and ends with its back matter', async () => {
    const manuscript = await readManuscript(
      await folderOf({
        'book/meta.yml': '---\ntitle: On Tides\n---\n',
        'book/back_matter/a.md': '# Links\n\nText.\n',
        'book/chapters/a.md': '# One\n\nText.\n',
        'book/front_matter/a.md': '# Thanks\n\nText.\n',
      }),
    );
    expect(manuscript.readAs).toBe('Read as Pandoc: book/meta.yml');
    expect(order(manuscript)).toEqual([
      'book/front_matter/a.md',
      'book/chapters/a.md',
      'book/back_matter/a.md',
    ]);
  });

  it('has the metadata that lie beside its texts, for Pandoc', async () => {
    const manuscript = await readManuscript(
      await folderOf({
        'README.md': '# A template\n',
        'source/metadata.yml': '---\ntitle: On Tides\nauthor: Ada Shore\n---\n',
        'source/refs.bib': '@book{a, title={A}}',
        'source/01_one.md': '# One\n\nText [@a].\n',
        'source/02_two.md': '# Two\n\nText.\n',
      }),
    );
    expect(manuscript.readAs).toBe('Read as Pandoc: source/metadata.yml');
    expect(order(manuscript)).toEqual(['source/01_one.md', 'source/02_two.md']);
    expect(manuscript.metadata).toMatchObject({ title: 'On Tides', contributors: [{ name: 'Ada Shore' }] });
    expect(manuscript.citations?.works.has('a')).toBe(true);
  });

  it('is read in the order its names mean, without the files of a repository', async () => {
    const manuscript = await readManuscript(
      await folderOf({
        'README.md': '# Tales\n',
        'LICENSE.md': '# MIT\n',
        'ch10.md': '# Zehn\n\nDas ist der Text und nicht ein anderer.\n',
        'ch2.md': '# Zwei\n\nUnd das ist auch ein Text für die Probe.\n',
        'appendix-a.md': '# Anhang\n\nText.\n',
        'preface.md': '---\nlayout: post\n---\n\n# Vorwort\n\nDer Anfang ist mit der Sprache.\n',
      }),
    );
    expect(order(manuscript)).toEqual(['preface.md', 'ch2.md', 'ch10.md', 'appendix-a.md']);
    expect(manuscript.metadata).toMatchObject({ title: 'Tales', language: 'de' });
    expect(messagesOf(manuscript.files).map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'warning config-missing',
    ]);
  });

  it('with one text is read as that text is', async () => {
    const manuscript = await readManuscript(
      await folderOf({
        'tale.md': '---\ntitle: The Tale\nauthor: Ann Author\n---\n\n# One\n\nA.\n\n# Two\n\nB.\n',
      }),
    );
    expect(order(manuscript)).toEqual(['tale.md', 'tale.md']);
    expect(manuscript.metadata).toMatchObject({ title: 'The Tale', contributors: [{ name: 'Ann Author' }] });
  });

  it('with one text that is nearly all there is has the chapters of that, and says what it leaves out', async () => {
    const chapter = (title: string): string => `# ${title}\n\n${'The tide comes in. '.repeat(60)}\n\n`;
    const root = await folderOf({
      'README.md': '# A repository\n',
      'changes.md': '# Changes\n\nText.\n',
      'tides.md': `---\ntitle: Tides\n---\n\n${['One', 'Two', 'Three'].map(chapter).join('')}`,
    });
    const manuscript = await readManuscript(root);
    expect(manuscript.metadata.title).toBe('Tides');
    expect(manuscript.sources.length).toBe(3);
    const told = messagesOf(manuscript.files).find(({ rule }) => rule === 'source-unread');
    expect(told?.reason).toContain('1 text in changes.md is not in it');
  });

  it('has the folder of the manuscript alone, where other folders lie beside it', async () => {
    const manuscript = await readManuscript(
      await folderOf({
        'README.md': '---\ntitle: x\n# No heading\n---\n\n# Tales\n',
        'minutes/old.md': '# Minutes\n',
        'manuscript/1.md': '# A\n',
        'manuscript/2.md': '# B\n',
        'manuscript/3.md': '# C\n',
      }),
    );
    expect(order(manuscript)).toEqual(['manuscript/1.md', 'manuscript/2.md', 'manuscript/3.md']);
    expect(manuscript.metadata.title).toBe('Tales');
  });

  it('of many files is told how to get its book.yaml, not all of it', async () => {
    const names = Array.from({ length: 40 }, (_, index) => [`${index + 1}.md`, `# ${index}\n`] as const);
    const manuscript = await readManuscript(await folderOf(Object.fromEntries(names)));
    const [message] = messagesOf(manuscript.files);
    expect(message?.hint?.split('\n').length).toBe(4);
    expect(message?.hint).toContain('colophon init --from');
  });

  it('has the folders below as parts, where there is nothing at the top', async () => {
    const manuscript = await readManuscript(
      await folderOf({
        '01-sea/a.md': '# A\n',
        '01-sea/b.md': '# B\n',
        '02-land/c.md': '# C\n',
        'drafts/d.md': '# D\n',
      }),
    );
    expect(order(manuscript)).toEqual(['[Sea]', '01-sea/a.md', '01-sea/b.md', '02-land/c.md']);
  });
});

describe('one file', () => {
  const text = `---
title: The Tale
author: [Ann Author, { name: Bob Writer }]
lang: en-GB
---

# One

A note.[^1] See [there].

# Two

Another.[^2]

[^1]: First
    and more.
[^2]: Second.

[there]: https://example.org/
`;

  it('of Pandoc has title, authors and date in the block at its head, and what Pandoc understands', async () => {
    const typed =
      '% The\n  Tale\n% Ann Author; Bob Writer\n% 2020-05-01\n\n# One\n\n[Words]{.smallcaps}\n\n# Two\n\nText\n';
    const folder = await folderOf({ 'tale.md': typed });
    const { metadata, sources } = await readManuscript(`${folder}/tale.md`);
    expect(metadata).toMatchObject({ title: 'The Tale', date: '2020-05-01' });
    expect(metadata.contributors.map(({ name }) => name)).toEqual(['Ann Author', 'Bob Writer']);
    expect(sources.map(({ file }) => String(file).trim())).toEqual([
      '# One\n\n:smallcaps[Words]',
      '# Two\n\nText',
    ]);
  });

  it('has a chapter for each heading of the first level, with the notes that it cites', async () => {
    const folder = await folderOf({ 'tale.md': text, 'other.md': '# Other\n' });
    const manuscript = await readManuscript(`${folder}/tale.md`);
    const texts = manuscript.sources.map(({ file }) => String(file));
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain('[^1]: First\n    and more.');
    expect(texts[0]).toContain('[there]: https');
    expect(texts[0]).not.toContain('[^2]:');
    expect(texts[1]).toContain('[^2]: Second.');
    expect(manuscript.metadata).toMatchObject({ title: 'The Tale', language: 'en-GB' });
    expect(manuscript.metadata.contributors.map(({ name }) => name)).toEqual(['Ann Author', 'Bob Writer']);
  });

  it('with one heading is one text of that name', async () => {
    const folder = await folderOf({ 'essay.md': 'Essay\n=====\n\n## Part\n\nText.\n' });
    const manuscript = await readManuscript(`${folder}/essay.md`);
    expect(order(manuscript)).toEqual(['essay.md']);
    expect(manuscript.metadata.title).toBe('Essay');
  });

  it('whose first heading stands alone has its title there', async () => {
    const folder = await folderOf({ 'x.md': '# Book\n\n# One\n\nText.\n\n# Two\n\nText.\n' });
    const manuscript = await readManuscript(`${folder}/x.md`);
    expect(manuscript.metadata.title).toBe('Book');
    expect(manuscript.sources).toHaveLength(2);
  });
});

it('reads as the book.yaml beside it says', async () => {
  const files = { 'metadata.yaml': 'title: Tides\n', '01-one.md': '# One\n' };
  const beside = { ...files, 'book.yaml': 'title: Land\n' };
  expect(await findSource(await folderOf(beside))).toBeUndefined();
  const named = { ...files, 'book.yaml': 'source: pandoc\ntitle: Land\n' };
  expect((await findSource(await folderOf(named)))?.name).toBe('pandoc');
});

it('knows Pandoc by a file of metadata of another name', async () => {
  const files = { 'config-epub.yaml': 'title: Tides\n', '01-one.md': '# One\n' };
  expect((await findSource(await folderOf(files)))?.program).toBe('Pandoc');
});

it('cites from the one bibliography of a folder whose texts cite', async () => {
  const source = await findSource(
    await folderOf({
      '01-one.md': '# One\n\nText [@reef].\n',
      'lit/all.bib': '',
      'node_modules/x/y.bib': '',
    }),
  );
  expect(source?.values.citations).toEqual({ bibliography: ['lit/all.bib'] });
});

it('looks for citations in all texts of a vault', async () => {
  const notes = Array.from({ length: 20 }, (_, index) => [
    `n${index + 10}.md`,
    index === 19 ? 'See [@reef].\n' : 'Text.\n',
  ]);
  const source = await findSource(
    await folderOf({ ...Object.fromEntries(notes), '.obsidian/app.json': '{}', 'all.bib': '' }),
  );
  expect(source?.values.citations).toEqual({ bibliography: ['all.bib'] });
});
