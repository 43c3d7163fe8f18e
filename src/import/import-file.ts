import { extname } from 'node:path';
import { UsageError } from '../book/errors.ts';
import { chaptersOf } from './chapters-of.ts';
import type { Imported, ImportedFiles } from './imported.ts';
import { lostWords } from './lost-words.ts';
import { textToMarkdown } from './to-markdown.ts';
import { dictionary } from '../book/dictionary.ts';

const readers = dictionary<() => Promise<(path: string) => Promise<Imported>>>({
  '.docx': async () => (await import('./docx/read-docx.ts')).readDocx,
  '.html': webPages,
  '.htm': webPages,
  '.xhtml': webPages,
  '.txt': async () => (await import('./text/read-text.ts')).readText,
});

async function webPages(): Promise<(path: string) => Promise<Imported>> {
  return (await import('./web/read-web-page.ts')).readWebPage;
}

/**
 * Reads a Word document, a saved web page or a plain text as the beginning of a book: chapters in Markdown
 * with their notes, pictures, and what the document says of itself. Nothing is fetched.
 *
 * @param known what is known better than the document knows it
 * @throws {UsageError} where there is no such file, or nothing that can be read
 */
export async function importFile(
  path: string,
  known: { readonly title?: string; readonly language?: string },
): Promise<ImportedFiles> {
  const load = readers[extname(path).toLowerCase()];
  if (load === undefined)
    throw new UsageError(`--from takes a file that ends in ${Object.keys(readers).join(', ')}, not ${path}`);
  const imported = await (
    await load()
  )(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new UsageError(`There is no ${path}`);
    if (error instanceof RangeError && /call stack/.test(error.message))
      throw new UsageError(`${path} holds elements too deep in each other, which no document does`);
    throw error;
  });
  const title = known.title ?? imported.metadata.title ?? titleOf(path);
  const language = known.language ?? imported.metadata.language ?? 'en';
  const chapters = chaptersOf(imported.tree, title, language);
  const said = [
    title,
    imported.metadata.subtitle ?? '',
    ...(imported.metadata.authors ?? []),
    ...imported.elsewhere,
  ];
  const lost = lostWords(
    imported.words,
    chapters.map(({ tree }) => tree),
    said,
  );
  const texts = chapters.map(({ path: name, tree }) => [name, textToMarkdown(tree)] as const);
  const controls = texts.reduce((sum, [, text]) => sum + (text.match(control)?.length ?? 0), 0);
  return {
    metadata: { ...imported.metadata, title },
    files: new Map<string, string | Uint8Array>([
      ...texts.map(([name, text]) => [name, text.replaceAll(control, '')] as const),
      ...imported.pictures,
    ]),
    remarks: [
      ...imported.remarks,
      ...(lost.length > 0 ? [lostRemark(lost)] : []),
      ...(controls > 0
        ? [
            `${controls} control ${controls === 1 ? 'character' : 'characters'} left out: no book can hold them`,
          ]
        : []),
    ],
  };
}

/** What no XML document can hold (XML 1.0, 2.2). */
const control = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu;

function titleOf(path: string): string {
  const name = path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return name.replace(/[-_]+/g, ' ').trim() || 'The Title';
}

function lostRemark(lost: ReadonlyArray<string>): string {
  const shown = lost.slice(0, 8).join(' ');
  const count = `${lost.length} ${lost.length === 1 ? 'word' : 'words'}`;
  return `${count} of the document did not come along: ${shown}${lost.length > 8 ? ' …' : ''}`;
}
