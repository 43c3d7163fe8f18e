import { posix } from 'node:path';
import type { VFile } from 'vfile';
import type { FrontMatter } from '../../../book/manuscript.ts';
import { finding, using, type BookContext, type Dialect, type Step, type StepName } from './dialect.ts';
import { withDefinitions } from './divided-notes.ts';
import { frontMatterOf, takeFrontMatter } from './front-matter.ts';
import { linesOf, type Line } from './lines.ts';
import { usual } from './usual.ts';
import { withWordNotes } from './word-notes.ts';
import { withoutWrittenPictures } from './written-pictures.ts';

/** Where the steps are; each is loaded where a book needs it. */
const steps: Readonly<Record<StepName, () => Promise<{ readonly step: Step }>>> = {
  'mdbook-includes': () => import('./mdbook-includes.ts'),
  'mdbook-code': () => import('./mdbook-code.ts'),
  'mdbook-elements': () => import('./mdbook-elements.ts'),
  'mdbook-tags': () => import('./mdbook-tags.ts'),
  'mdbook-rules': () => import('./mdbook-rules.ts'),
  'mdbook-references': () => import('./mdbook-references.ts'),
  mdx: () => import('./mdx.ts'),
  shortcodes: () => import('./shortcodes.ts'),
  'quire-tags': () => import('./quire-tags.ts'),
  'note-embeds': () => import('./note-embeds.ts'),
  liquid: () => import('./liquid.ts'),
  admonitions: () => import('./admonitions.ts'),
  kramdown: () => import('./kramdown.ts'),
  emoji: () => import('./emoji.ts'),
  templates: () => import('./templates.ts'),
  'code-imports': () => import('./code-imports.ts'),
  'code-titles': () => import('./code-titles.ts'),
  'markua-index': () => import('./markua-index.ts'),
  markua: () => import('./markua.ts'),
  'myst-blocks': () => import('./myst-blocks.ts'),
  'myst-roles': () => import('./myst-roles.ts'),
  'wiki-links': () => import('./wiki-links.ts'),
  'text-references': () => import('./text-references.ts'),
  cells: () => import('./cells.ts'),
  macros: () => import('./macros.ts'),
  'spaced-formulas': () => import('./spaced-formulas.ts'),
  'raw-blocks': () => import('./raw-blocks.ts'),
  divs: () => import('./divs.ts'),
  mathjax: () => import('./mathjax.ts'),
  formulas: () => import('./formulas.ts'),
  'html-divs': () => import('./html-divs.ts'),
  'example-lists': () => import('./example-lists.ts'),
  'simple-tables': () => import('./simple-tables.ts'),
  'line-blocks': () => import('./line-blocks.ts'),
  'table-captions': () => import('./table-captions.ts'),
  'pandoc-figures': () => import('./pandoc-figures.ts'),
  references: () => import('./references.ts'),
  spans: () => import('./spans.ts'),
  'site-links': () => import('./site-links.ts'),
  images: () => import('./images.ts'),
  'div-fences': () => import('./div-fences.ts'),
};

/** A text on its way, when all that may be referred to in it is known. */
export interface Begun {
  readonly file: VFile;
  readonly lines: ReadonlyArray<Line>;
  readonly frontMatter: FrontMatter;
}

/**
 * Has a text of another program read as ours does, as far as it takes no other texts of the book.
 *
 * @param file the text, decoded
 * @param options `language` of the book; `lines`: those of the file that are the text, from 1
 */
export async function begin(
  file: VFile,
  dialect: Dialect,
  book: BookContext,
  options: { readonly language: string; readonly lines?: readonly [from: number, to: number] },
): Promise<Begun> {
  const { language, lines: part } = options;
  const typed = file.path.endsWith('.ipynb') ? await linesOfNotebook(file, book) : linesOf(String(file));
  const { values, lines: bare } = takeFrontMatter(typed);
  const written = withoutWrittenPictures(withWordNotes(bare), file, book);
  const lines = usual(written, { file, dialect, book });
  const whole = part === undefined ? lines : withDefinitions(lines, within(lines, part));
  const found = await taken(finding, whole, { file, dialect, book });
  if (dialect.steps.has('references')) {
    const { enterHeadings } = await import('./references.ts');
    enterHeadings(found, { file, dialect, book });
  }
  return {
    file,
    lines: found,
    // Where a file holds several chapters, its front matter is that of the book.
    frontMatter: part === undefined ? frontMatterOf(values, language) : {},
  };
}

/** The lines that come from some of a file: what was made of it may be fewer. */
function within(lines: ReadonlyArray<Line>, [from, to]: readonly [from: number, to: number]): Line[] {
  return lines.filter(({ at }) => from <= at && at <= to);
}

/** The lines of a notebook, whose pictures are hung on its text. */
async function linesOfNotebook(file: VFile, book: BookContext): Promise<Line[]> {
  const { readNotebook } = await import('./notebook.ts');
  const stem = posix.basename(file.path, '.ipynb').replace(/[^\p{L}\p{N}_-]+/gu, '-');
  const { lines, pictures, labels, lost } = readNotebook(String(file), `${stem}-output`);
  const folder = posix.dirname(file.path);
  file.data.kept = new Map([...pictures].map(([name, bytes]) => [posix.join(folder, name), bytes]));
  for (const path of file.data.kept.keys()) book.keeps(path);
  for (let count = 0; count < lost; count += 1)
    book.note('figure-not-made', file, { text: '', at: 1 }, 'a picture of the notebook');
  for (const label of labels) book.labels.set(label, { target: label });
  return lines;
}

/**
 * Has the rest of a text read as ours does: its value becomes our Markdown, and messages about it still
 * name the lines on disk.
 */
export async function finish({ file, lines }: Begun, dialect: Dialect, book: BookContext): Promise<void> {
  const text = await taken(using, lines, { file, dialect, book });
  file.value = text.map((line) => line.text).join('\n');
  file.data.origin = { lines: text.map(({ at }) => at) };
}

async function taken(
  names: ReadonlyArray<StepName>,
  lines: ReadonlyArray<Line>,
  context: Parameters<Step>[1],
): Promise<Line[]> {
  let text = [...lines];
  for (const name of names) {
    if (!context.dialect.steps.has(name)) continue;
    const { step } = await steps[name]();
    text = await step(text, context);
  }
  return text;
}
