import { expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { citationsOf } from '../../../src/read/sources/citations-of.ts';
import { readManuscript } from '../../../src/read/manuscript.ts';
import { folderOf } from '../../builders/folder.ts';
import { works } from '../../builders/cited-book.ts';

it('says what Pandoc is told of citations as book.yaml would', () => {
  expect(citationsOf({ bibliography: './a.bib' })).toEqual({ bibliography: ['a.bib'] });
  expect(
    citationsOf(
      { csl: 'a.csl', nocite: '@one, @{two}' },
      {
        bibliography: ['a.bib', 'b.json'],
        csl: 'b.csl',
        'reference-section-title': 'Works',
        'suppress-bibliography': true,
      },
    ),
  ).toEqual({
    bibliography: ['a.bib', 'b.json'],
    style: 'a.csl',
    section: 'none',
    title: 'Works',
    uncited: ['one', 'two'],
  });
  expect(citationsOf({ bibliography: 'a.bib', nocite: ['@*'] })?.uncited).toEqual(['all']);
  expect(citationsOf({ csl: 'a.csl' })).toBeUndefined();
});

/** Which works a folder cites, what is said, and its texts. */
async function read(files: Readonly<Record<string, string>>) {
  const manuscript = await readManuscript(await folderOf({ 'refs.bib': works, ...files }));
  return {
    works: [...(manuscript.citations?.works.keys() ?? [])],
    style: manuscript.citations?.styleName,
    said: messagesOf(manuscript.files).map(({ severity, rule }) => `${severity} ${rule}`),
    texts: manuscript.sources.map(({ file }) => String(file)),
  };
}

it.each([
  [
    'Pandoc',
    {
      'metadata.yaml': 'title: A\nlang: en\nbibliography: [refs.bib, lost.bib]\n',
      '01.md': '# A\n\nA [@roe].\n',
    },
    ['warning bibliography-file'],
  ],
  [
    'Quarto',
    {
      '_quarto.yml': 'lang: en\nbibliography: refs.bib\nbook: { title: A, chapters: [index.qmd] }\n',
      'index.qmd': '# A\n\nA [@roe].\n\n::: {#refs}\n:::\n',
    },
    [],
  ],
  [
    'bookdown',
    {
      '_bookdown.yml': 'rmd_files: [index.Rmd]\n',
      'index.Rmd':
        '---\ntitle: A\nlang: en\nbibliography: refs.bib\ncsl: https://example.org/a.csl\n---\n\n# A\n\n@roe\n',
    },
    ['warning citation-style'],
  ],
  [
    'Jupyter Book',
    {
      '_toc.yml': 'format: jb-book\nroot: one\n',
      '_config.yml': 'title: A\nlanguage: en\nbibtex_bibfiles: [refs.bib]\n',
      'one.md': '# A\n\nA {cite:p}`roe`.\n\n```{bibliography}\n:filter: docname in docnames\n```\n',
    },
    [],
  ],
])('%s names a bibliography', async (_, files, said) => {
  const book = await read(files);
  expect({ works: book.works, style: book.style, said: book.said }).toEqual({
    works: ['roe'],
    style: 'author-date',
    said,
  });
  expect(book.texts.join('\n').replaceAll('refs}\n:::', '')).toMatch(/roe\]?/);
});

it('reads the roles and the place of MyST', async () => {
  const { texts } = await read({
    '_toc.yml': 'format: jb-book\nroot: one\n',
    '_config.yml': 'title: A\nlanguage: en\nbibtex_bibfiles: [refs.bib]\n',
    'one.md':
      '# A\n\n{cite}`roe,melville`, {cite:t}`roe`, {cite:year}`roe`, {cite:p}`odd key`.\n\n```{bibliography}\n```\n',
  });
  expect(texts[0]).toContain('[@roe; @melville], @roe, [-@roe], [@{odd key}].');
  expect(texts[0]).toContain('\n::bibliography\n');
});
