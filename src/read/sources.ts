import { readdir } from 'node:fs/promises';
import { VFile } from 'vfile';
import type { Source } from '../book/manuscript.ts';
import { report } from '../book/messages.ts';
import type { BookYaml } from './book-yaml.ts';
import { readFrontMatter } from './front-matter.ts';
import { naturalOrder } from './natural-order.ts';
import { listedPaths, type Entry } from './reading-order.ts';
import { readText, sizeInWords, type TextFile } from './text-file.ts';

/** Bytes; larger files keep the parser busy for minutes. */
const largest = 8 << 20;
const largestTotal = 64 << 20;

/** The Markdown of a manuscript in reading order. */
export interface Sources {
  readonly sources: ReadonlyArray<Source>;
  /** Every file that may carry messages about it. */
  readonly files: ReadonlyArray<VFile>;
}

/**
 * The Markdown files of a manuscript: those `contents:` lists, or those at the top of the
 * folder in natural order, hidden files, backups and a read-me left out.
 *
 * @param root the real path of the manuscript folder
 * @param book its book.yaml, which collects messages about `contents:`
 */
export async function readSources(root: string, book: BookYaml): Promise<Sources> {
  const found = await markdownFiles(root);
  const listed: Entry[] =
    book.contents === undefined
      ? found.filter((path) => !/^readme\./i.test(path)).map((path) => ({ path }))
      : await listedPaths(root, book.file, book.contents, book.places, found);
  const folder = new VFile({ path: '.', value: '' });
  if (listed.length === 0 && book.contents === undefined) {
    report(folder, 'manuscript-empty', 'The folder holds no Markdown file');
  }

  const sources: Source[] = [];
  const files: VFile[] = [folder];
  let total = 0;
  for (const entry of listed) {
    if (entry.path === undefined) {
      sources.push({ kind: 'part', title: entry.part, file: book.file });
      continue;
    }
    const read = await readText(root, entry.path, largest);
    files.push(read.file);
    const { file } = read;
    const fits = total <= largestTotal && total + read.size > largestTotal;
    total += read.size;
    if (fits) {
      report(
        file,
        'file-too-large',
        `From this file on, the manuscript is larger than ${sizeInWords(largestTotal)}`,
      );
    }
    if (isUsable(read, total)) {
      const part = entry.part === undefined ? {} : { part: entry.part };
      sources.push({ kind: 'file', file, frontMatter: readFrontMatter(file), ...part });
    }
  }
  return { sources, files };
}

function isUsable(read: TextFile, total: number): boolean {
  return read.fault === undefined && total <= largestTotal;
}

async function markdownFiles(root: string): Promise<string[]> {
  const names = await readdir(root);
  return names
    .filter((name) => /\.(?:md|markdown)$/i.test(name) && !/^\.|^~|~\.\w+$|\.bak\.\w+$/i.test(name))
    .toSorted(naturalOrder);
}
