/** Files by path. */
type Files = Readonly<Record<string, string>>;

/** The text of a book of another program. */
export interface OtherBook {
  readonly title: string;
  readonly language: string;
  readonly chapters: ReadonlyArray<string>;
}

const name = (index: number): string => `part-${index + 1}.md`;

/** The chapters in a folder, from which pictures and recordings lie beside it. */
function chaptersIn(folder: string, { chapters }: OtherBook): Files {
  const up = folder.replaceAll(/[^/]+/g, '..');
  return Object.fromEntries(
    chapters.map((text, index) => [
      `${folder}${name(index)}`,
      text.replaceAll(/\b(?=(?:images|audio)\/\w+\.)/g, up),
    ]),
  );
}

/** A list of the chapters, a line for each. */
function summaryOf({ chapters }: OtherBook, list: (index: number) => string): string {
  return `# Summary\n\n${chapters.map((_, index) => list(index)).join('\n')}\n`;
}

const entries = ({ chapters }: OtherBook, entry: (path: string) => string): string =>
  chapters.map((_, index) => entry(name(index))).join('\n');

/** How programs that others write their books for keep them. */
export const programs: Readonly<Record<string, (book: OtherBook) => Files>> = {
  mdbook: (book) => ({
    'book.toml': `[book]\ntitle = ${JSON.stringify(book.title)}\nauthors = ["Ada Byron"]\nlanguage = "${book.language}"\n`,
    'src/SUMMARY.md': summaryOf(
      book,
      (index) => `${index === 1 ? '  ' : ''}- [Part ${index + 1}](${name(index)})`,
    ),
    ...chaptersIn('src/', book),
  }),
  quarto: (book) => ({
    '_quarto.yml': `project:\n  type: book\nlang: ${book.language}\nbook:\n  title: ${JSON.stringify(book.title)}\n  author: Ada Byron\n  chapters:\n    - index.qmd\n${entries(book, (path) => `    - ${path}`)}\n`,
    'index.qmd': '# Preface {.unnumbered}\n\nWords before all others.\n',
    ...chaptersIn('', book),
  }),
  bookdown: (book) => ({
    '_bookdown.yml': `rmd_files: [index.Rmd${book.chapters.map((_, index) => `, part-${index + 1}.Rmd`).join('')}]\n`,
    'index.Rmd': `---\ntitle: ${JSON.stringify(book.title)}\nauthor: Ada Byron\nlang: ${book.language}\n---\n\n# Preface\n\nWords before all others.\n`,
    ...Object.fromEntries(book.chapters.map((text, index) => [`part-${index + 1}.Rmd`, text])),
  }),
  pandoc: (book) => ({
    'metadata.yaml': `title: ${JSON.stringify(book.title)}\nauthor: Ada Byron\nlang: ${book.language}\n`,
    'book.yaml': 'source: pandoc\n',
    ...chaptersIn('', book),
  }),
  honkit: (book) => ({
    'book.json': JSON.stringify({ title: book.title, author: 'Ada Byron', language: book.language }),
    'SUMMARY.md': summaryOf(book, (index) => `* [Part ${index + 1}](${name(index)})`),
    ...chaptersIn('', book),
  }),
  leanpub: (book) => ({
    'manuscript/Book.txt': `${entries(book, (path) => path)}\n`,
    'README.md': `# ${book.title}\n`,
    ...chaptersIn('manuscript/', book),
  }),
  vivliostyle: (book) => ({
    'vivliostyle.config.js': `module.exports = { title: ${JSON.stringify(book.title)}, author: 'Ada Byron', language: '${book.language}', entry: [${book.chapters.map((_, index) => `'${name(index)}'`).join(', ')}] };\n`,
    ...chaptersIn('', book),
  }),
  'jupyter-book': (book) => ({
    '_config.yml': `title: ${JSON.stringify(book.title)}\nauthor: Ada Byron\n`,
    '_toc.yml': `format: jb-book\nroot: index\nchapters:\n${entries(book, (path) => `- file: ${path}`)}\n`,
    'index.md': '# Preface\n\nWords before all others.\n',
    ...chaptersIn('', book),
  }),
  mkdocs: (book) => ({
    'mkdocs.yml': `site_name: ${JSON.stringify(book.title)}\nsite_author: Ada Byron\ntheme: { name: material, language: ${book.language} }\nnav:\n${entries(book, (path) => `  - ${path}`)}\n`,
    ...chaptersIn('docs/', book),
  }),
  jekyll: (book) => ({
    '_config.yml': `title: ${JSON.stringify(book.title)}\nauthor: Ada Byron\nlang: ${book.language}\ncollections:\n  chapters:\n    output: true\n`,
    ...Object.fromEntries(
      book.chapters.map((text, index) => [
        `_chapters/part-${index + 1}.md`,
        `---\norder: ${index + 1}\n---\n\n${text.replaceAll(/\b(?=(?:images|audio)\/\w+\.)/g, '../')}`,
      ]),
    ),
  }),
  obsidian: (book) => ({ '.obsidian/app.json': '{}', ...chaptersIn('', book) }),
  'no program': (book) => ({ 'README.md': `# ${book.title}\n\nWords about it.\n`, ...chaptersIn('', book) }),
};
