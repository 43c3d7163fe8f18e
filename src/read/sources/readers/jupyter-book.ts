import { posix } from 'node:path';
import { parse } from 'yaml';
import { limits } from '../../../book/limits.ts';
import { readSafely } from '../../files/safe-file.ts';
import { readText } from '../../files/text-file.ts';
import { pathsIn } from '../citations-of.ts';
import type { Macro, StepName } from '../dialects/dialect.ts';
import { languageIn, mappingIn, namesIn, wordsIn } from '../dialects/front-matter.ts';
import { languageOfText } from '../language-of-text.ts';
import type { SourceBook, SourceEntry, SourceFolder } from '../source-book.ts';
import { macrosIn } from './macros-in.ts';
import { titleOfName } from '../title-of-name.ts';

const largest = limits['book-yaml-size'].most;
const longest = limits['chapter-size'].most;

/** How texts of MyST are read, beside formulas and images. */
export const mystSteps: ReadonlyArray<StepName> = [
  'myst-blocks',
  'macros',
  'spaced-formulas',
  'myst-roles',
  'site-links',
  'div-fences',
];

/**
 * A book of Jupyter Book: _config.yml or myst.yml says what it is, _toc.yml or myst.yml what it holds.
 *
 * @see https://jupyterbook.org/en/stable/structure/toc.html
 */
export async function readJupyterBook({ root, names }: SourceFolder): Promise<SourceBook | undefined> {
  const name = ['_toc.yml', 'myst.yml'].find((each) => names.has(each));
  if (name === undefined) return undefined;
  const { file, fault } = await readText(root, name, largest);
  if (fault !== undefined) return undefined;
  const toc = valueIn(String(file));
  const config = mappingIn(String((await readText(root, '_config.yml', largest)).file));
  const project = mapIn(mapIn(toc)['project']);
  const listed = name === 'myst.yml' ? listOf(project['toc']) : tocOf(toc);
  const entries = await withEndings(root, flat(listed, 0, 0));
  const texts = await Promise.all(
    entries.slice(0, 8).flatMap(({ path }) => (path === undefined ? [] : [readText(root, path, longest)])),
  );
  const bibliography = pathsIn(
    config['bibtex_bibfiles'] ?? project['bibliography'] ?? bibliesIn(name, names),
  );
  const author = namesIn(config['author'] ?? project['authors']);
  return {
    program: 'Jupyter Book',
    file,
    readFrom: [name, ...(names.has('_config.yml') ? ['_config.yml'] : [])],
    values: {
      title: wordsIn(config['title']) ?? wordsIn(project['title']) ?? titleOfName(root),
      ...(author.length > 0 && { author: author.flatMap((each) => each.split(/\s*,\s*|\s+and\s+/)) }),
      language:
        languageIn(config['language']) ?? languageOfText(texts.map((each) => String(each.file)).join('\n')),
      ...(bibliography.length > 0 && { citations: { bibliography, ...styleIn(config) } }),
    },
    entries,
    dialect: {
      steps: new Set(['templates', ...mystSteps, 'formulas', 'images']),
      variables: substitutionsOf(config, project),
      macros: macrosOf(config, project),
      imageFolders: [''],
      ...(bibliography.length > 0 && { cites: true }),
    },
  };
}

/** The macros that MathJax or MyST itself is told of. */
function macrosOf(
  config: Readonly<Record<string, unknown>>,
  project: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, Macro> {
  const sphinx = mapIn(mapIn(config['sphinx'])['config']);
  return new Map([
    ...macrosIn(mapIn(mapIn(mapIn(sphinx['mathjax3_config'])['tex'])['macros'])),
    ...macrosIn(mapIn(mapIn(mapIn(sphinx['mathjax_config'])['TeX'])['Macros'])),
    ...macrosIn(mapIn(project['math'])),
  ]);
}

/** What stands for `{{ name }}`: Markdown, as the configuration has it. */
function substitutionsOf(
  config: Readonly<Record<string, unknown>>,
  project: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string> {
  const { myst_substitutions: theirs } = mapIn(mapIn(config['sphinx'])['config']);
  return new Map(
    Object.entries({ ...mapIn(theirs), ...mapIn(project['substitutions']) }).flatMap(([name, value]) => {
      const words = wordsIn(value);
      return words === undefined ? [] : [[name, words] as const];
    }),
  );
}

/** MyST takes every bibliography at the top. */
function bibliesIn(file: string, names: ReadonlySet<string>): string[] {
  return file === 'myst.yml' ? [...names].filter((name) => name.endsWith('.bib')).toSorted() : [];
}

/** How sphinxcontrib-bibtex is told to cite, where we have its like. */
function styleIn(config: Readonly<Record<string, unknown>>): { readonly style?: string } {
  const { bibtex_reference_style: style } = mapIn(mapIn(config['sphinx'])['config']);
  return style === 'super' || style === 'label' ? { style: 'numeric' } : {};
}

function valueIn(text: string): unknown {
  try {
    return parse(text, { logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

function mapIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The list of a table of contents, with the first page before it. */
function tocOf(toc: unknown): unknown[] {
  if (Array.isArray(toc)) return toc as unknown[];
  const { root, parts, chapters, sections } = mapIn(toc);
  const first = wordsIn(root);
  const list = Array.isArray(parts) ? (parts as unknown[]) : [...listOf(chapters), ...listOf(sections)];
  return [...(first === undefined ? [] : [{ file: first, numbered: false }]), ...list];
}

function flat(items: ReadonlyArray<unknown>, within: number, below: number): SourceEntry[] {
  return items.flatMap((item): SourceEntry[] => {
    const { file, title, caption, part, chapters, sections, children, numbered } = mapIn(
      typeof item === 'string' ? { file: item } : item,
    );
    const path = wordsIn(file);
    const words = wordsIn(caption) ?? wordsIn(part) ?? wordsIn(title);
    if (path === undefined) {
      const inner = [...listOf(chapters), ...listOf(children), ...listOf(sections)];
      if (words === undefined || inner.length === 0 || below > 0) return flat(inner, within, below);
      return [{ part: words, numbered: false, ...(within > 0 && { within }) }, ...flat(inner, within + 1, 0)];
    }
    const entry: SourceEntry = {
      path,
      ...(words !== undefined && { title: words }),
      ...(within > 0 && { within }),
      ...(below > 0 && { below }),
      ...(numbered === false && { numbered: false }),
    };
    return [
      entry,
      ...flat([...listOf(sections), ...listOf(children), ...listOf(chapters)], within, below + 1),
    ];
  });
}

/** Files are listed without their endings. */
async function withEndings(root: string, entries: ReadonlyArray<SourceEntry>): Promise<SourceEntry[]> {
  return Promise.all(
    entries.map(async (entry) => {
      if (entry.path === undefined || /\.(?:md|ipynb|markdown)$/.test(entry.path)) return entry;
      for (const ending of ['.md', '.ipynb']) {
        const path = posix.normalize(`${entry.path}${ending}`);
        if ((await readSafely(root, path, 0)).fault !== 'missing') return { ...entry, path };
      }
      return { ...entry, path: `${entry.path}.md` };
    }),
  );
}
