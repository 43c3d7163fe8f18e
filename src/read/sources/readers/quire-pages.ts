import { readdir } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { limits } from '../../../book/limits.ts';
import { naturalOrder } from '../../files/natural-order.ts';
import { readText } from '../../files/text-file.ts';
import { takeFrontMatter, wordsIn } from '../dialects/front-matter.ts';
import { linesOf } from '../dialects/lines.ts';

const longest = limits['chapter-size'].most;

type Values = Readonly<Record<string, unknown>>;

/** A page, with what it says of itself. */
export interface Page {
  readonly path: string;
  readonly values: Values;
  readonly order: number;
}

/** The pages that belong to a book in files, in order. */
export async function pagesIn(root: string, folder: string): Promise<Page[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/\/(?:_data|_assets|node_modules|_computed)\//.test(path))
    .toSorted(naturalOrder);
  const pages: Page[] = [];
  for (const path of paths) {
    const { file, fault } = await readText(root, path, longest);
    const { values, lines } = takeFrontMatter(linesOf(String(file)));
    if (fault !== undefined || !isOfBook(values, path)) continue;
    const isEmpty = lines.every(({ text }) => /^\s*$|^\s*\{%(?!-?\s*fig)[^%]*%\}\s*$/.test(text));
    const isSection = /(?:^|\/)_?index\.md$/.test(path);
    if (isEmpty && !isSection && values['object'] === undefined) continue;
    const order = Number(values['order'] ?? values['weight'] ?? Infinity);
    pages.push({ path, values, order: Number.isNaN(order) ? Infinity : order });
  }
  return sorted(pages, folder);
}

/** Sections by the number of their first page, then pages by their own. */
function sorted(pages: ReadonlyArray<Page>, folder: string): Page[] {
  const sectionOf = ({ path }: Page): string => posix.dirname(path);
  const first = new Map<string, number>();
  for (const page of pages) {
    // Folders within folders stand where the outermost does.
    const section = sectionOf(page)
      .split('/')
      .slice(0, folder.split('/').length + 1)
      .join('/');
    first.set(section, Math.min(first.get(section) ?? Infinity, page.order));
  }
  const isTop = (page: Page): boolean => sectionOf(page) === folder;
  const outer = (page: Page): string =>
    sectionOf(page)
      .split('/')
      .slice(0, folder.split('/').length + 1)
      .join('/');
  const rank = (page: Page): number => (isTop(page) ? page.order : (first.get(outer(page)) ?? Infinity));
  const opens = (page: Page): boolean =>
    /(?:^|\/)_?index\.md$/.test(page.path) && sectionOf(page) === outer(page);
  return [...pages].toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      Number(!isTop(a)) - Number(!isTop(b)) ||
      naturalOrder(outer(a), outer(b)) ||
      Number(!opens(a)) - Number(!opens(b)) ||
      a.order - b.order ||
      naturalOrder(a.path, b.path),
  );
}

/** Covers, contents, searches and what is for the website alone a book has by itself, or not at all. */
function isOfBook(values: Values, path: string): boolean {
  const kind = `${wordsIn(values['layout']) ?? ''} ${wordsIn(values['type']) ?? ''}`;
  if (
    /\b(?:cover|contents|table-of-contents|search|search-index|data|object-filters|objects-page|404)\b/.test(
      kind,
    )
  )
    return false;
  if (
    /\/(?:(?:pdf|epub|-)*(?:404|search|cover|contents|toc|half-?title|title|title-?page))\.md$/.test(path) ||
    values['published'] === false
  )
    return false;
  const outputs = values['outputs'];
  const made = (Array.isArray(outputs) ? (outputs as unknown[]) : [outputs]).flatMap(
    (each) => wordsIn(each) ?? [],
  );
  if (made.length > 0 && !made.some((each) => each === 'epub' || each === 'pdf')) return false;
  return outputs !== 'none' && !(values['epub'] === false && values['pdf'] === false);
}
