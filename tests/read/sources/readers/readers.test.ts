import { expect, it } from 'vitest';
import { messagesOf } from '../../../../src/book/messages/messages.ts';
import { parseManuscript } from '../../../../src/markdown/parse-manuscript.ts';
import { readManuscript } from '../../../../src/read/manuscript.ts';
import { folderOf } from '../../../builders/folder.ts';

/** What a folder is read as: program, title, language, and the order. */
async function read(files: Readonly<Record<string, string>>) {
  const manuscript = await readManuscript(await folderOf(files));
  const order = manuscript.sources.map((source) => {
    if (source.kind === 'part') return `[${source.title}]${source.numbered === false ? ' *' : ''}`;
    const { frontMatter, file, below } = source;
    const marks = [
      below === undefined ? '' : ` +${below}`,
      frontMatter.numbered === false ? ' *' : '',
      frontMatter.role === undefined ? '' : ` ${frontMatter.role}`,
    ];
    return `${file.path}${marks.join('')}`;
  });
  const { title, language, contributors } = manuscript.metadata;
  return {
    as: manuscript.readAs,
    title,
    language,
    authors: contributors.map(({ name }) => name),
    order,
    rules: messagesOf(manuscript.files).map(({ rule }) => rule),
    texts: manuscript.sources.map(({ file }) => String(file)),
  };
}

it('Quarto', async () => {
  const book = await read({
    '_quarto.yml':
      'project: { type: book }\nlang: de\nbook:\n  title: Tides\n  author: [{ name: Ada Shore }, Ben Reef]\n  chapters:\n    - index.qmd\n    - part: The Sea\n      chapters: [one.qmd]\n    - part: land.qmd\n      chapters: [two.qmd]\n  appendices: [more.qmd]\n',
    'index.qmd': '# Preface {.unnumbered}\n\nText.\n',
    'one.qmd': '---\ntitle: One\n---\n\nText.\n',
    'land.qmd': '# Land\n',
    'two.qmd': '# Two\n\nText.\n',
    'more.qmd': '# More\n\nText.\n',
    'README.md': '# Repository\n',
  });
  expect(book).toMatchObject({
    as: 'Read as Quarto: _quarto.yml',
    title: 'Tides',
    language: 'de',
    rules: [],
  });
  expect(book.authors).toEqual(['Ada Shore', 'Ben Reef']);
  expect(book.order).toEqual([
    'index.qmd',
    '[The Sea]',
    'one.qmd',
    'land.qmd part',
    'two.qmd',
    'more.qmd appendix',
  ]);
});

it('bookdown', async () => {
  const book = await read({
    '_bookdown.yml': 'book_filename: tides\n',
    'index.Rmd':
      '---\ntitle: "Tides"\nauthor: "Ada Shore"\nsite: bookdown::bookdown_site\n---\n\n# Preface {-}\n\nThe sea and the land are not the same.\n',
    '02-two.Rmd':
      '# (PART) Land {-}\n\n# Two\n\nText.\n\n# Three\n\nText.\n\n# (APPENDIX) Appendix {-}\n\n# More\n\nText.\n',
    '01-one.Rmd': '# One\n\nText.\n',
    '_not.Rmd': '# Not\n',
  });
  expect(book).toMatchObject({ title: 'Tides', language: 'en', authors: ['Ada Shore'], rules: [] });
  expect(book.order).toEqual([
    'index.Rmd',
    '01-one.Rmd',
    '[Land]',
    '02-two.Rmd',
    '02-two.Rmd',
    '02-two.Rmd appendix',
  ]);
  expect(book.texts[4]?.trim()).toBe('# Three\n\nText.');
});

it('HonKit, in the first of its languages', async () => {
  const book = await read({
    'book.json': '{ "title": "Tides", "author": "Ada Shore", "variables": { "sea": { "name": "North" } } }',
    'LANGS.md': '* [Deutsch](de/)\n* [English](en)\n',
    'de/SUMMARY.md':
      '# Summary\n\n* [Eins](one.md)\n  * [Zwei](two.md)\n  * [Ort](one.md#place)\n\n## Land\n\n* [Drei](three.md)\n',
    'de/one.md': '# Eins\n\n{{ book.sea.name }}\n',
    'de/two.md': '# Zwei\n\nText.\n',
    'de/three.md': '# Drei\n\nText.\n',
    'en/SUMMARY.md': '* [One](one.md)\n',
  });
  expect(book).toMatchObject({ title: 'Tides', language: 'de', authors: ['Ada Shore'], rules: [] });
  expect(book.as).toContain('In other languages: build en');
  expect(book.order).toEqual(['de/one.md', 'de/two.md +1', '[Land] *', 'de/three.md']);
  expect(book.texts[0]).toContain('North');
});

it('Leanpub', async () => {
  const book = await read({
    'README.md': '# Tides\n',
    'manuscript/Book.txt': '# a comment\nfrontmatter:\npreface.md\nmainmatter:\npart.txt\none.txt\n',
    'manuscript/preface.md': '# Preface\n\nText.\n',
    'manuscript/part.txt': '-# The Sea\n',
    'manuscript/one.txt': '# One\n\nText.\n\n# Two\n\nText.\n',
  });
  expect(book).toMatchObject({ title: 'Tides', rules: [] });
  expect(book.order).toEqual([
    'manuscript/preface.md *',
    '[The Sea]',
    'manuscript/one.txt',
    'manuscript/one.txt',
  ]);
});

it('Vivliostyle, whose configuration is not run', async () => {
  const book = await read({
    'vivliostyle.config.js':
      "const list = ['one.md'];\nmodule.exports = { title: 'Tides', author: 'Ada Shore <a@example.org>', language: 'ja', entryContext: './src', entry: [{ rel: 'contents' }, ...list, { path: 'two.md', title: 'Two' }, 'x.html'] };\nthrow new Error('run');\n",
    'src/one.md': '# One\n\nText.\n',
    'src/two.md': 'Text.\n',
  });
  expect(book).toMatchObject({ title: 'Tides', language: 'ja', authors: ['Ada Shore'], rules: [] });
  expect(book.order).toEqual(['src/one.md', 'src/two.md']);
});

it('Pandoc', async () => {
  const book = await read({
    'metadata.yaml':
      '---\ntitle:\n- { type: main, text: Tides }\ncreator:\n- { role: author, text: x, name: Ada Shore }\nlang: de-DE\n...\n',
    '01.md': '# One\n\n![Sea](sea.png)\n',
    '02.md': '# Two\n\nText.\n',
    'images/sea.png': 'x',
  });
  expect(book).toMatchObject({ title: 'Tides', language: 'de-DE', authors: ['Ada Shore'], rules: [] });
  expect(book.order).toEqual(['01.md', '02.md']);
  expect(book.texts[0]).toContain('images/sea.png');
});

it('Jupyter Book, with a notebook', async () => {
  const cells = [
    { cell_type: 'markdown', source: ['# Two\n', '\n', 'Text.'] },
    { cell_type: 'code', source: 'print(1)', outputs: [{ output_type: 'stream', text: '1\n' }] },
  ];
  const book = await read({
    '_config.yml': 'title: Tides\nauthor: Ada Shore\n',
    '_toc.yml':
      'format: jb-book\nroot: intro\nparts:\n- caption: The Sea\n  chapters:\n  - file: one\n    sections:\n    - file: two\n',
    'intro.md': '# Intro\n\nThe sea and the land are not the same.\n',
    'one.md': '# One\n\nText.\n',
    'two.ipynb': JSON.stringify({ cells }),
  });
  expect(book).toMatchObject({ title: 'Tides', language: 'en', authors: ['Ada Shore'], rules: [] });
  expect(book.order).toEqual(['intro.md *', '[The Sea] *', 'one.md', 'two.ipynb +1']);
  expect(book.texts.at(-1)).toContain('````python\nprint(1)\n````\n\n````\n1\n````');
});

it('a vault of Obsidian', async () => {
  const book = await read({
    '.obsidian/app.json': '{}',
    'Sea.md': '# Sea\n\n[[Land]]\n',
    'Land.md': '# Land\n\nText.\n',
  });
  expect(book.as).toBe('Read as a vault of Obsidian');
  expect(book.order).toEqual(['Land.md', 'Sea.md']);
  expect(book.texts[1]).toContain('[Land](<Land.md>)');
});

it('a text of another program that has faults is read with warnings', async () => {
  const folder = await folderOf({
    'a.md':
      '# One\n\nText[^gone] and\u0008 ![x][r].\n\n[^unused]: Never cited.\n\n[r]: https://example.org/x.png\n',
  });
  const manuscript = await readManuscript(folder);
  const { notes } = parseManuscript(manuscript);
  const told = messagesOf(manuscript.files);
  expect(notes).toEqual([]);
  expect(told.map(({ severity }) => severity)).not.toContain('error');
  expect(told.map(({ rule }) => rule).toSorted()).toEqual([
    'config-missing',
    'control-character',
    'note-undefined',
    'note-unused',
    'source-unread',
  ]);
});
