import { limits } from '../../book/limits.ts';
import { readText } from '../files/text-file.ts';
import { dictionary } from '../../book/dictionary.ts';

/** The files in which other programs keep what Colophon keeps in book.yaml, and whose they are. */
const programs = dictionary<string>({
  'book.toml': 'mdBook',
  '_quarto.yml': 'Quarto',
  '_bookdown.yml': 'bookdown',
  'book.json': 'HonKit or GitBook',
  'mkdocs.yml': 'MkDocs',
  'metadata.yml': 'Pandoc',
  'metadata.yaml': 'Pandoc',
  'vivliostyle.config.js': 'Vivliostyle',
  'publication.yaml': 'Quire',
  'content/_data/publication.yaml': 'Quire',
  '_config.yml': 'Jekyll or Jupyter Book',
  '_toc.yml': 'Jupyter Book',
  'myst.yml': 'MyST',
  'docs/conf.py': 'Sphinx',
  'conf.py': 'Sphinx',
  'hugo.toml': 'Hugo',
  'docusaurus.config.js': 'Docusaurus',
  'Book.txt': 'Leanpub',
  'manuscript/Book.txt': 'Leanpub',
  'SUMMARY.md': 'mdBook or GitBook',
  'src/SUMMARY.md': 'mdBook',
});

/** What another program's file says of a book. */
export interface ForeignConfig {
  readonly path: string;
  readonly program: string;
  readonly title?: string;
  readonly author?: string | ReadonlyArray<string>;
  readonly language?: string;
}

const largest = limits['book-yaml-size'].most;

/**
 * The first file of another program in a folder, and what of it can be told line by line: it is only
 * looked at for what to propose.
 *
 * @param root the real path of the manuscript folder
 */
export async function findForeignConfig(root: string): Promise<ForeignConfig | undefined> {
  for (const [path, program] of Object.entries(programs)) {
    const { file, fault } = await readText(root, path, largest);
    if (fault !== undefined) continue;
    const text = String(file);
    const title = path.endsWith('.md') || path.endsWith('.txt') ? undefined : value(text, 'title|site_name');
    const authors = valuesOf(text, 'authors?|creator');
    const author = authors.length > 1 ? authors : authors[0];
    const language = value(text, 'lang|language|locale');
    return {
      path,
      program,
      ...(title !== undefined && { title }),
      ...(author !== undefined && { author }),
      ...(language !== undefined &&
        /^[a-z]{2,3}(?:[-_]\w+)*$/i.test(language) && {
          language: language.replaceAll('_', '-'),
        }),
    };
  }
  return undefined;
}

/** The first value of a key in TOML, YAML, JSON or an object of JavaScript, on one line. */
function value(text: string, keys: string): string | undefined {
  const pattern = new RegExp(
    String.raw`^[ \t]*["']?(?:${keys})["']?[ \t]*[:=][ \t]*(\S.*?)[ \t]*,?[ \t]*\r?$`,
    'm',
  );
  const written = pattern.exec(text)?.[1];
  const plain = /^(["'])(.*)\1$/.exec(written ?? '')?.[2] ?? written;
  return plain === undefined || /^[[{|>&*]|^$/.test(plain) ? undefined : plain;
}

/** The names of a list on one line, or below the key, or a single one. */
function valuesOf(text: string, keys: string): string[] {
  const listed = new RegExp(
    String.raw`^[ \t]*["']?(?:${keys})["']?[ \t]*[:=][ \t]*(?:\[([^\]]*)\]|\r?\n((?:[ \t]*-[ \t]+[^\n{:]+\n?)+))`,
    'm',
  ).exec(text);
  const inside =
    listed?.[1]?.split(',') ?? listed?.[2]?.split('\n').map((row) => row.replace(/^[ \t]*-/, ''));
  const single = value(text, keys);
  const found = inside ?? (single === undefined ? [] : [single]);
  return found.map((name) => name.trim().replace(/^(["'])(.*)\1$/, '$2')).filter((name) => name !== '');
}
