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

it('files in R Markdown alone, of which one only loads packages', async () => {
  const book = await read({
    'index.Rmd': '---\ntitle: "Tides"\n---\n\n```{r setup, include=FALSE}\nlibrary(knitr)\n```\n',
    '01-one.Rmd': '# One\n\nThe sea and the land are not the same.\n',
    'README.md': '# About\n',
  });
  expect(book).toMatchObject({ title: 'Tides', language: 'en', rules: [] });
  expect(book.order).toEqual(['01-one.Rmd']);
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
    'manuscript/Book.txt':
      '# a comment\n--------\nfrontmatter:\npreface.md\nmainmatter:\npart.txt\none.txt\n',
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

it('bookdown, whose chapters do not begin in code with code in its options', async () => {
  const { order, texts } = await read({
    '_bookdown.yml': 'book_filename: tides\n',
    'index.Rmd':
      '---\ntitle: Tides\nlang: en\n---\n\n# (PART) Sea\n\n# One\n\n```{r, fig.cap="The `sea`"}\n# no chapter\n```\n\nLast.\n',
  });
  expect(order).toEqual(['[Sea]', 'index.Rmd']);
  expect(texts[1]).toContain('Last.');
});

it('bookdown, where an id that is given counts more than one made of words', async () => {
  const { texts, rules } = await read({
    '_bookdown.yml': 'book_filename: tides\n',
    'index.Rmd': '---\ntitle: Tides\nlang: en\n---\n\n# Sea\n\n## Functions\n\nSee \\@ref(functions).\n',
    'one.Rmd': '# One {#functions}\n\nText, [One].\n',
  });
  expect(texts[0]).toContain('See :ref[one.Rmd#functions]{number}.');
  expect(texts[1]).toContain('Text, [One](#functions).');
  expect(rules).toEqual([]);
});

it('Leanpub, with parts by the sign behind their titles, where chapters have none', async () => {
  const files = {
    'manuscript/Book.txt': 'one.md\npart.md\ntwo.md\n',
    'manuscript/one.md': '# One\n\nText.\n\n```sh\n# Code #\n```\n',
    'manuscript/part.md': '# The Sea #\n',
    'manuscript/two.md': '# Two\n\nText.\n',
  };
  const order = ['manuscript/one.md', '[The Sea]', 'manuscript/two.md'];
  expect(await read(files)).toMatchObject({ order });
  const closed = { 'manuscript/one.md': '# One #\n\nText.\n', 'manuscript/two.md': '# Two #\n\nText.\n' };
  const { order: all } = await read({ ...files, ...closed });
  expect(all).toEqual(['manuscript/one.md', 'manuscript/part.md', 'manuscript/two.md']);
});

it('Vivliostyle, whose configuration is not run', async () => {
  const book = await read({
    'vivliostyle.config.js':
      "const list = ['one.md'];\nmodule.exports = { title: 'Tides', author: 'Ada Shore <a@example.org>', language: 'ja', entryContext: './src', entry: [{ rel: 'contents' }, ...list, { path: 'two.md', title: 'Two' }, 'x.html'] };\nthrow new Error('run');\n",
    'src/one.md': '# One\n\nText.\n',
    'src/two.md': 'Text.\n',
  });
  expect(book).toMatchObject({ title: 'Tides', language: 'ja', authors: ['Ada Shore'] });
  // Of the page in HTML.
  expect(book.rules).toEqual(['source-unread']);
  expect(book.order).toEqual(['src/one.md *', 'src/two.md *']);
});

it('Vivliostyle, with lists in other modules, and with some that would have to be computed', async () => {
  const book = await read({
    'vivliostyle.config.js':
      "const sea = require('./sea/list');\nmodule.exports = { title: 'Tides', language: 'en', entry: ['one.md', ...sea, ...found()] };\n",
    'sea/list.js': "module.exports = ['sea/two.md'];\n",
    'one.md': '# One\n\nText.\n',
    'sea/two.md': '# Two\n\nText.\n',
  });
  expect(book.order).toEqual(['one.md *', 'sea/two.md *']);
  expect(book.rules).toEqual(['source-unread']);
});

it.each([
  ['one.md', 'warning'],
  ['two.html', 'error'],
])('Vivliostyle, of which pages in HTML are left out: %s', async (first, severity) => {
  const files = {
    'vivliostyle.config.json': `{ "title": "Tides", "language": "en", "entry": ["${first}", "three.html"] }`,
    'one.md': '# One\n\nText.\n',
    'README.md': '# Repository\n',
  };
  const told = messagesOf((await readManuscript(await folderOf(files))).files);
  const message = told.find(({ rule }) => rule === 'source-unread');
  expect(message).toMatchObject({ file: 'vivliostyle.config.json', line: 1, severity });
  expect(message?.reason).toContain(severity === 'error' ? 'two.html' : 'three.html');
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

it('Vivliostyle, without the text that lists the contents', async () => {
  const book = await read({
    'vivliostyle.config.js':
      "module.exports = { title: 'Tides', language: 'en', entry: ['index.md', 'sea/index.md'] };\n",
    'index.md': '<nav id="toc" role="doc-toc">\n\n- [One](sea/index.html)\n\n</nav>\n',
    'sea/index.md': '# One\n\nText.\n',
  });
  expect(book.order).toEqual(['sea/index.md *']);
  expect(book.rules).toEqual(['source-unread']);
});

it('Pandoc, with what stands around the chapters that lie in a folder', async () => {
  const files = {
    'metadata.yaml': '---\ntitle: Tides\nbibliography: references\n...\n',
    'references.bib': '@book{a, title = {A}}\n',
    'acknowledgements.md': '# Thanks\n\nText.\n',
    'chapters/01.md': '# One\n\nText.\n',
    'chapters/02.md': '# Two\n\nText.\n',
    'chapters/03.md': '# Three\n\nText.\n',
    'appendix-a.md': '# More\n\nText.\n',
    'other/01.md': '# Other\n\nText.\n',
  };
  const { order, rules } = await read(files);
  const chapters = ['chapters/01.md', 'chapters/02.md', 'chapters/03.md'];
  expect(order).toEqual(['acknowledgements.md *', ...chapters, 'appendix-a.md *']);
  expect(rules).toEqual(['source-unread']);
});

it('Pandoc, with metadata in a text file', async () => {
  const files = {
    'metadata.txt': '---\ntitle: Tides\nauthor: Ada Shore\n...\n',
    '01.md': '# One\n\nText.\n',
  };
  expect(await read(files)).toMatchObject({ title: 'Tides', authors: ['Ada Shore'], order: ['01.md'] });
});

it('Pandoc, where every heading of the first level begins a chapter', async () => {
  const book = await read({
    'metadata.yaml': 'title: Tides\nlang: en\n',
    '01.md': '---\nnote: a\n# no: heading\n---\n\n# One\n\nText.\n\n# Two\n\n```\n# code\n```\n',
    '02.md': 'Before.\n\n# Three\n\nText.\n\nFour\n====\n\nText.\n',
    '03.md': '# Five\n\n## Below\n\nText.\n',
  });
  expect(book.order).toEqual(['01.md', '01.md', '02.md', '02.md', '02.md', '03.md']);
  expect(book.texts.map((text) => /\S.*/.exec(text)?.[0])).toEqual([
    '# One',
    '# Two',
    'Before.',
    '# Three',
    'Four',
    '# Five',
  ]);
});

it('Jupyter Book, with a notebook', async () => {
  const cells = [
    { cell_type: 'markdown', source: ['# Two\n', '\n', 'Text.'] },
    { cell_type: 'code', source: 'print(1)', outputs: [{ output_type: 'stream', text: '1\n' }] },
  ];
  const book = await read({
    '_config.yml':
      'title: Tides\nauthor: Ada Shore\nsphinx:\n  config:\n    myst_substitutions:\n      deg: "°"\n',
    '_toc.yml':
      'format: jb-book\nroot: intro\nparts:\n- caption: The Sea\n  chapters:\n  - file: one\n    sections:\n    - file: two\n',
    'intro.md': '# Intro\n\nThe sea and the land are not the same.\n',
    'one.md': '# One\n\nAt 5 {{ deg }} or {{ none }}, $x_{{deg}}$.\n\n```\n{{deg}}\n```\n',
    'two.ipynb': JSON.stringify({ cells }),
  });
  expect(book).toMatchObject({ title: 'Tides', language: 'en', authors: ['Ada Shore'], rules: [] });
  expect(book.order).toEqual(['intro.md *', '[The Sea] *', 'one.md', 'two.ipynb +1']);
  expect(book.texts.join('\n')).toContain('At 5 ° or {{ none }}, $x_');
  expect(book.texts.join('\n')).toContain('```\n{{deg}}\n```');
  expect(book.texts.at(-1)).toContain('````python\nprint(1)\n````\n\n````\n1\n````');
});

it('a vault of Obsidian', async () => {
  const book = await read({
    '.obsidian/app.json': '{}',
    'Sea.md': '# Sea\n\n[[Land]]\n',
    'Land.md': '# Land\n\nText.\n',
  });
  expect(book.as).toBe('Read as a vault of Obsidian');
  expect(book.order).toEqual(['Land.md *', 'Sea.md *']);
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

it('MkDocs', async () => {
  const book = await read({
    'mkdocs.yml':
      'site_name: Tides\nsite_author: Ada Shore\ntheme: { name: material, language: de }\nmarkdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\nnav:\n  - Home: index.md\n  - The Sea:\n    - one.md\n    - Further: deep/\n  - https://example.org/\n',
    'docs/index.md': '# Tides\n\nText :ocean:.\n',
    'docs/one.md': '# One\n\n!!! tip\n    Words\n',
    'docs/deep/two.md': '# Two\n\n[One](../one.md)\n',
    'docs/unlisted.md': '# Not\n',
  });
  expect(book).toMatchObject({
    as: 'Read as MkDocs: mkdocs.yml',
    title: 'Tides',
    language: 'de',
    authors: ['Ada Shore'],
    rules: [],
  });
  expect(book.order).toEqual([
    'docs/index.md',
    '[The Sea] *',
    'docs/one.md',
    '[Further] *',
    'docs/deep/two.md',
  ]);
  expect(book.texts[0]).toContain('🌊');
});

it('MkDocs without a list', async () => {
  const { order } = await read({
    'mkdocs.yml': 'site_name: Tides\ndocs_dir: pages\n',
    'pages/b.md': '# B\n',
    'pages/index.md': '# Start\n',
    'pages/land/a.md': '# A\n',
  });
  expect(order).toEqual(['pages/index.md', 'pages/b.md', '[Land] *', 'pages/land/a.md']);
});

it('a collection of Jekyll, in the order that its pages state', async () => {
  const book = await read({
    '_config.yml': 'title: Tides\nauthor: Ada Shore\nlang: en\ncollections: { chapters: { output: true } }\n',
    '_chapters/a.md': '---\ntitle: Second\norder: 2\nsection: Sea\n---\n\nSee [it](/chapters/b/).\n',
    '_chapters/b.md': '---\ntitle: First\norder: 1\nsection: Sea\n---\n\nText {{ site.title }}.\n{:.box}\n',
    '_chapters/c.md': '---\ntitle: Third\norder: 10\nsection: Land\n---\n\nText.\n',
    '_chapters/d.md': '---\ntitle: Draft\norder: 3\npublished: false\n---\n\nText.\n',
    '_posts/2020-01-01-x.md': 'No.\n',
    'about.md': 'No.\n',
  });
  expect(book).toMatchObject({ as: 'Read as Jekyll: _config.yml, _chapters/', title: 'Tides', rules: [] });
  expect(book.order).toEqual(['[Sea] *', '_chapters/b.md', '_chapters/a.md', '[Land] *', '_chapters/c.md']);
  expect(book.texts[1]).toContain(':::aside\nText Tides.\n:::');
  expect(book.texts[2]).toContain('[it](<b.md>)');
});

it('the largest collection of a site, and says which others are left out', async () => {
  const page = (title: string): string => `---\ntitle: ${title}\n---\n\nText.\n`;
  const book = await read({
    '_config.yml': 'title: Tides\ncollections: { tools: { output: true }, parts: {} }\n',
    '_tools/a.md': page('A'),
    '_tools/b.md': page('B'),
    '_tools/c.md': page('C'),
    '_parts/d.md': page('D'),
    '_parts/e.md': page('E'),
  });
  expect(book).toMatchObject({ as: 'Read as Jekyll: _config.yml, _tools/', rules: ['source-unread'] });
});

it('a site of Jekyll without collections, as it is written', async () => {
  const book = await read({
    '_config.yml': 'title: Tides\n',
    'index.md': '# Welcome\n',
    'en/01.md': '# One\n\n{% if site.audio %}\n{{ site.title }}\n{% endif %}\n\nText.\n{:.box}\n',
    'en/02.md': '# Two\n\nText.\n',
  });
  expect(book.order).toEqual(['en/01.md', 'en/02.md']);
  expect(book.texts[0]).not.toContain('{');
  expect(book.texts[0]).toContain(':::aside\nText.\n:::');
});

it('texts of MyST without a table of contents, as such', async () => {
  const book = await read({
    '01.md':
      '---\njupytext:\n  text_representation:\n    format_name: myst\n---\n\n# One\n\nSee [it](02), $x $.\n',
    '02.md': '# Two\n\n```{code-cell} ipython3\n1\n```\n',
  });
  expect(book.texts[0]).toContain('See [it](<02.md>), $x$.');
  expect(book.texts[1]).toContain('````python\n1\n````');
});

it('an Electric Book, without the pages that every book has', async () => {
  const book = await read({
    '_config.yml': 'language: en\n',
    '_data/works/tides/default.yml':
      'title: Tides\ncreator: Ada Shore; Ben Reef\nlanguage: fr\nproducts:\n  epub:\n    files:\n      - "0-0-cover": cover\n      - "0-2-copyright"\n      - "01"\n      - "02"\n',
    '_data/works/samples/default.yml': 'title: Samples\n',
    'samples/01.md': '# Sample\n',
    'tides/0-0-cover.md': '---\n---\n\n{% include cover %}\n',
    'tides/0-2-copyright.md': '---\n---\n\n{% include copyright-page %}\n',
    'tides/01.md':
      '# One\n\nIn *{{ title }}* by {{ creator }}.\n\n{% include image file="a.jpg" alt="A" %}\n',
    'tides/02.md': '# Two\n\n[One](01.html)\n',
    'tides/03.md': '# Not listed\n',
    'tides/images/web/a.jpg': 'x',
  });
  expect(book).toMatchObject({
    as: 'Read as an Electric Book: _data/works/tides/default.yml',
    title: 'Tides',
    language: 'fr',
    authors: ['Ada Shore', 'Ben Reef'],
    order: ['tides/01.md', 'tides/02.md'],
    rules: [],
  });
  expect(book.texts[0]).toContain('![A](<images/web/a.jpg>)');
  expect(book.texts[1]).toContain('[One](<01.md>)');
  expect(book.texts[0]).toContain('In *Tides* by Ada Shore; Ben Reef.');
});

it('an Electric Book of the first years, and others beside it', async () => {
  const { as, title, order } = await read({
    '_config.yml': 'x: y\n',
    '_data/meta.yml':
      'project: { language: en }\nworks:\n  - directory: sea\n    title: The Sea\n    products: { print-pdf: { files: ["1", "02"] } }\n  - directory: land\n    title: The Land\n',
    'sea/text/01.md': '# One\n',
    'sea/text/02.md': '# Two\n',
    'land/text/01.md': '# One\n',
  });
  expect(as).toBe('Read as an Electric Book: _data/meta.yml. Other books of the folder are not read: land');
  expect({ title, order }).toEqual({ title: 'The Sea', order: ['sea/text/01.md', 'sea/text/02.md'] });
});

it('Quire', async () => {
  const book = await read({
    'content/_data/publication.yaml':
      'title: "*Tides*"\nlanguage: en\npub_date: 2020-05-01\npublisher: [{ name: The Press }]\ncontributor:\n  - { id: ada, type: primary, first_name: Ada, last_name: Shore }\n  - { id: ben, type: secondary, full_name: Ben Reef }\n',
    'content/_data/figures.yaml':
      'figure_list:\n  - { id: sea, src: figures/sea.jpg, caption: The sea, alt: Waves }\n',
    'content/_assets/images/figures/sea.jpg': 'x',
    'content/cover.md': '---\ntitle: Cover\nlayout: cover\norder: 1\n---\n',
    'content/contents.md': '---\ntitle: Contents\nlayout: contents\norder: 2\n---\n',
    'content/intro.md': '---\ntitle: Introduction\norder: 3\n---\n\nSee [this](/catalogue/1/).\n',
    'content/catalogue/index.md': '---\ntitle: Catalogue\norder: 10\n---\n',
    'content/catalogue/2.md': '---\ntitle: Reef\norder: 12\noutputs: [html, epub]\n---\n\nText.\n',
    'content/catalogue/1.md':
      "---\ntitle: Sand\nlabel: '1'\norder: 11\ncontributor: [{ id: ben }]\n---\n\n{% figure 'sea' %}\n",
    'content/search.md': '---\ntitle: Search\noutputs: [html]\n---\n\nText.\n',
    'content/afterword.md': '---\ntitle: Afterword\norder: 20\n---\n\nText.\n',
  });
  expect(book).toMatchObject({
    as: 'Read as Quire: content/_data/publication.yaml',
    title: 'Tides',
    authors: ['Ada Shore'],
    rules: [],
  });
  expect(book.order).toEqual([
    'content/intro.md *',
    'content/catalogue/index.md * part',
    'content/catalogue/1.md *',
    'content/catalogue/2.md *',
    'content/afterword.md *',
  ]);
  expect(book.texts[0]).toContain('[this](<catalogue/1.md>)');
  expect(book.texts[2]).toContain('![Waves](<../_assets/images/figures/sea.jpg>)');
});

it('Quire: pages about objects begin with their pictures and what is known of them', async () => {
  const { texts, rules } = await read({
    'content/_data/publication.yaml': 'title: Tides\nlanguage: en\n',
    'content/_data/config.yaml': 'entryPage: { objectLinkText: See it }\n',
    'content/_data/figures.yaml': 'figure_list:\n  - { id: bowl, src: bowl.jpg, alt: A bowl }\n',
    'content/_data/objects.yaml': `object_display_order: [maker, place_date, medium]
object_list:
  - id: 1
    title: Bowl
    maker: |
      - Bowl: [Ada](/makers/#ada)
      - Lid: unknown
    place_date: 1720
    figure: [{ id: bowl }]
    link: https://example.org/1
`,
    'content/_assets/images/bowl.jpg': 'x',
    'content/1.md': '---\ntitle: Bowl\nlayout: entry\norder: 1\nobject: [{ id: "1" }]\n---\n',
    'content/2.md':
      '---\ntitle: Own\nlayout: entry\norder: 2\nobject:\n  - { medium: Silver, link: "javascript:1" }\n---\n\nText.\n',
    'content/3.md': '---\ntitle: None\norder: 3\nobject: [{ id: 9 }]\n---\n\nText.\n',
  });
  expect(rules).toEqual([]);
  expect(texts[0]?.replace(/\n{2,}/g, '\n\n').trim()).toBe(
    `![A bowl](<_assets/images/bowl.jpg>)

Maker
: - Bowl: [Ada](/makers/#ada)
  - Lid: unknown

Place Date
: 1720

[See it](<https://example.org/1>)`,
  );
  expect(texts[1]?.replace(/\n{2,}/g, '\n\n').trim()).toBe('Medium\n: Silver\n\nText.');
  expect(texts[2]?.trim()).toBe('Text.');
});

it('Quire of the first years', async () => {
  const { as, order } = await read({
    'data/publication.yml': 'title: Tides\nlanguage: fr\n',
    'content/one.md': '---\ntitle: One\nweight: 2\n---\n\nText.\n',
    'content/two/_index.md': '---\ntitle: Two\n---\n',
    'content/two/three.md': '---\ntitle: Three\nweight: 5\n---\n\nText.\n',
    'content/web.md': '---\ntitle: Web\nweight: 1\nepub: false\npdf: false\n---\n\nText.\n',
  });
  expect(as).toBe('Read as Quire: data/publication.yml');
  expect(order).toEqual(['content/one.md *', 'content/two/_index.md * part', 'content/two/three.md *']);
});

it.each([
  ['Text.\n', 'Tides'],
  ['## Favorites\n\nText.\n\n## Others\n\nText.\n', 'Tides'],
  ['Text.\n\n## Favorites\n\nText.\n', 'Tides'],
  ['# Ebb\n\nText.\n', undefined],
  ['## Ebb\n\nText.\n\n### Flow\n\nText.\n', undefined],
  ['## The Tides\n\nText.\n\n## Flow\n\nText.\n', undefined],
])('a note of Obsidian is called what its file is, where it has no title: %j', async (text, title) => {
  const files = { '.obsidian/app.json': '{}', 'Tides.md': text, 'Two.md': '# Two\n\nText.\n' };
  const { sources } = await readManuscript(await folderOf(files));
  expect(sources[0]?.kind === 'file' && sources[0].frontMatter.title).toBe(title);
});

it('a vault of Obsidian with folders below its first notes', async () => {
  const { order } = await read({
    '.obsidian/app.json': '{}',
    'Home.md': '# Home\n\n[[One]]\n',
    'Sea/One.md': '# One\n\nText.\n',
    'Sea/Two.md': '# Two\n\nText.\n',
  });
  expect(order).toEqual(['Home.md *', '[Sea] *', 'Sea/One.md *', 'Sea/Two.md *']);
});

it('chapters that have numbers in their titles get no second one', async () => {
  const { order } = await read({
    'book.toml': '[book]\ntitle = "T"\n',
    'src/SUMMARY.md': '- [A](a.md)\n- [B](b.md)\n- [C](c.md)\n- [D](d.md)\n- [E](e.md)\n',
    'src/a.md': '# Chapter 1 | Sea\n\nText.\n',
    'src/b.md': '# **2.** Land\n\nText.\n',
    'src/c.md': '# 第三章 海\n\nText.\n',
    'src/d.md': '# 2001 and after\n\nText.\n',
    'src/e.md': '# Chapters of the sea\n\nText.\n',
  });
  expect(order).toEqual(['src/a.md *', 'src/b.md *', 'src/c.md *', 'src/d.md', 'src/e.md']);
});

it.each([
  ['mdBook', { 'book.toml': '[book]\ntitle = "Tides"\n' }, 'src/SUMMARY.md'],
  ['HonKit', { 'book.json': '{"title": "Tides"}' }, 'SUMMARY.md'],
])('a list of chapters of %s that is longer than any is told of', async (_, files, path) => {
  const folder = await folderOf({ ...files, [path]: '- [One](one.md)\n'.repeat(70_000) });
  const manuscript = await readManuscript(folder);
  expect(messagesOf(manuscript.files).map(({ file, rule }) => `${file} ${rule}`)).toContain(
    `${path} file-too-large`,
  );
});

it.each([
  ['lists within lists', `${'- '.repeat(100_000)}[One](one.md)\n`, 'too-deep'],
  ['an indent without an end', `- [One](one.md)\n${' '.repeat(90_000)}- [Two](two.md)\n`, 'too-deep'],
  ['emphasis without an end', `- ${'*a **a '.repeat(20_000)}\n`, 'too-dense'],
  ['a paragraph of many lines', '*a_\n'.repeat(40_000), 'too-dense'],
])('a list of chapters with %s is told of, and not read', async (_, list, rule) => {
  for (const [name, value, path] of [
    ['book.toml', '[book]\ntitle = "Tides"\n', 'src/SUMMARY.md'],
    ['book.json', '{"title": "Tides"}', 'SUMMARY.md'],
  ] as const) {
    const folder = await folderOf({ [name]: value, [path]: `# Summary\n\n${list}` });
    const { files } = await readManuscript(folder);
    expect(messagesOf(files).map((message) => `${message.file} ${message.rule}`)).toContain(
      `${path} ${rule}`,
    );
  }
});

it('a list of six thousand chapters is read', async () => {
  const lines = Array.from(
    { length: 3000 },
    (_, index) => `- [A chapter of a long book](chapters/chapter-${index}.md)\n`,
  );
  const folder = await folderOf({
    'book.toml': '[book]\n',
    'src/SUMMARY.md': lines.join(''),
    'src/chapters/chapter-0.md': '# A\n',
  });
  const { files } = await readManuscript(folder);
  expect(messagesOf(files).map(({ rule }) => rule)).not.toContain('file-too-large');
});
