import { posix } from 'node:path';
import { parse } from 'smol-toml';
import { limits } from '../../../book/limits.ts';
import { report } from '../../../book/messages/messages.ts';
import { readText } from '../../files/text-file.ts';
import { citationsOf, pathsIn } from '../citations-of.ts';
import { languageIn, namesIn, wordsIn } from '../dialects/front-matter.ts';
import { readSummary } from '../read-summary.ts';
import { entriesOfSummary } from '../summary.ts';
import type { SourceBook, SourceFolder, SourceValues } from '../source-book.ts';
import type { VFile } from 'vfile';
import { titleOfName } from '../title-of-name.ts';

const largest = limits['book-yaml-size'].most;

/**
 * A book of mdBook: book.toml says what it is, SUMMARY.md in its source folder what it holds.
 *
 * @see https://rust-lang.github.io/mdBook/format/summary.html
 */
export async function readMdbook({ root, names }: SourceFolder): Promise<SourceBook | undefined> {
  if (!names.has('book.toml')) return undefined;
  const { file, fault } = await readText(root, 'book.toml', largest);
  if (fault !== undefined) return undefined;
  const config = configIn(file);
  const book = tableIn(config, 'book');
  const folder = posix.normalize(wordsIn(book['src']) ?? 'src').replace(/\/$/, '');
  const path = posix.join(folder, 'SUMMARY.md');
  const summary = await readSummary(root, path);
  if (summary.fault !== undefined && summary.fault !== 'too-large') return undefined;
  const { bibliography } = tableIn(config, 'preprocessor', 'bib');
  const citations = citationsOf({
    bibliography: pathsIn(bibliography).map((each) => posix.join(folder, each)),
  });
  return {
    program: 'mdBook',
    // What is too large is told of there.
    file: summary.fault === undefined ? file : summary.file,
    readFrom: ['book.toml', path],
    values: { ...valuesOf(book, root), ...(citations !== undefined && { citations }) },
    entries: entriesOfSummary(String(summary.file), {
      folder: folder === '.' ? '' : folder,
      parts: 'top',
      hasUnnumbered: true,
    }),
    dialect: {
      steps: new Set([
        'mdbook-includes',
        'mdbook-code',
        'mdbook-elements',
        'mdbook-tags',
        ...('spec' in tableIn(config, 'preprocessor') ? (['mdbook-rules'] as const) : []),
        'mdbook-references',
        'macros',
        'mathjax',
        'formulas',
        'site-links',
        'images',
      ]),
      imageFolders: [folder],
      ...variablesIn(config),
      ...(citations !== undefined && { cites: true }),
    },
  };
}

/** What book.toml says; a fault in it is told. */
function configIn(file: VFile): Readonly<Record<string, unknown>> {
  try {
    return parse(String(file));
  } catch (error) {
    const { line = 1, column = 1 } = error as { line?: number; column?: number };
    report(
      file,
      'config-syntax',
      'The TOML of book.toml cannot be read',
      { line, column },
      {
        hint: 'Mend it, so that mdbook build reads it too.',
      },
    );
    return {};
  }
}

function tableIn(
  table: Readonly<Record<string, unknown>>,
  ...keys: string[]
): Readonly<Record<string, unknown>> {
  let inner: unknown = table;
  for (const key of keys)
    inner = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined;
  return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
}

function valuesOf(book: Readonly<Record<string, unknown>>, root: string): SourceValues {
  const title = wordsIn(book['title']) ?? titleOfName(root);
  const author = namesIn(book['authors'] ?? book['author']);
  const description = wordsIn(book['description']);
  return {
    title,
    ...(author.length > 0 && { author }),
    ...(description !== undefined && { description }),
    // Its own default.
    language: languageIn(book['language']) ?? 'en',
  };
}

/** By what lines of code that are not shown begin, by language, and what mdbook-numthm calls blocks of the book's own. */
function variablesIn(config: Readonly<Record<string, unknown>>): { variables?: ReadonlyMap<string, string> } {
  const variables = new Map<string, string>();
  for (const [language, sign] of Object.entries(tableIn(config, 'output', 'html', 'code', 'hidelines')))
    variables.set(`hidelines.${language}`, String(sign));
  const own = tableIn(config, 'preprocessor', 'numthm')['custom_environments'];
  for (const each of Array.isArray(own) ? (own as unknown[]) : []) {
    const [key, name, sign] = (Array.isArray(each) ? (each as unknown[]) : []).map(
      (part) => wordsIn(part) ?? '',
    );
    if (key !== undefined && name !== undefined) variables.set(`numthm.${key}`, `${sign ?? ''}${name}`);
  }
  return variables.size === 0 ? {} : { variables };
}
