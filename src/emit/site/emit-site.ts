import { readFile } from 'node:fs/promises';
import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import searchScript from '#site-page/search';
import siteScript from '#site-page/site';
import type { Assets, Book, Hast } from '../../book/book.ts';
import type { Bytes } from '../../book/bytes.ts';
import type { Font } from '../../book/theme.ts';
import { withHeldMarks } from '../held-marks.ts';
import { placeTree, targetsOf } from '../links.ts';
import { labelsIn, withPageReferences } from '../page-references.ts';
import { resourcesOf } from '../resources.ts';
import { stylesheet } from '../flow-stylesheet.ts';
import { withScrollingBlocks } from '../wide-blocks.ts';
import { contentsList } from './contents.ts';
import { pagesOf, startFile, type SitePage } from './pages.ts';
import { searchIndex } from './search-index.ts';
import { sitePage, type PageLink } from './site-page.ts';

const templates = new URL('templates/', import.meta.resolve('colophon/package.json'));

/** How a site looks. */
export interface SiteLooks {
  /** TrueType. */
  readonly fonts: ReadonlyArray<Font>;
  /** CSS of theme and author for what flows. */
  readonly stylesheet: string;
}

/**
 * The book as a website: a page for each section, contents beside it, a search that asks nobody. All files lie in one
 * folder and load nothing from elsewhere, so that it can be read from a disk too. The same book gives the same bytes.
 *
 * @param given the book
 * @param assets images and fonts of the manuscript by path; only those referred to are there
 * @param data JSON-LD that describes the book
 * @returns the files by name
 */
export async function emitSite(
  given: Book<Hast>,
  assets: Assets,
  looks: SiteLooks,
  data: string,
): Promise<Map<string, string | Bytes>> {
  const book = withPageReferences(given, labelsIn(undefined));
  const pages = pagesOf(book);
  const trees = pages.filter(({ replaced }) => !replaced).map(({ section }) => section.tree);
  const resources = resourcesOf(trees, assets, looks, book.metadata.cover?.image);
  const paths = new Map([...resources.paths].map(([path, file]) => [path, flat(file)]));
  const files = new Map<string, string | Bytes>();
  const documents = documentsOf(book, pages, paths, data);
  for (const [file, html] of documents) files.set(file, html);
  files.set('site.css', await stylesOf(looks, paths));
  files.set('site.js', siteScript);
  files.set('search.js', `${await noticeOf()}${searchScript}`);
  files.set('search-index.js', searchIndex(pages));
  for (const { file, bytes } of resources.files) files.set(flat(file), bytes);
  return files;
}

/** All files of a site lie side by side. */
function flat(file: string): string {
  return file.replaceAll('/', '-');
}

function documentsOf(
  book: Book<Hast>,
  pages: ReadonlyArray<SitePage>,
  paths: ReadonlyMap<string, string>,
  data: string,
): Map<string, string> {
  const { metadata, labels } = book;
  const targets = targetsOf(pages);
  const shown = pages.filter(({ replaced, file }) => !replaced && file !== startFile);
  const bodyOf = ({ section, file }: SitePage): ElementContent[] =>
    forScreens(withScrollingBlocks(withHeldMarks(placeTree(section.tree, file, targets, paths))));
  const start = pages.find(({ file, replaced }) => file === startFile && !replaced);
  const first = shown[0] && linkOf(shown[0]);
  const documents = new Map<string, string>();
  const startPage = {
    main: [
      ...coverOf(book, paths),
      ...(start === undefined ? [] : bodyOf(start)),
      h('section.site-start', [h('h2', labels.contents), contentsList(pages, targets)]),
    ],
    contents: contentsList(pages, targets),
    data: data.replaceAll('<', String.raw`\u003c`).replaceAll('&', String.raw`\u0026`),
    ...(first !== undefined && { next: first }),
  };
  documents.set(startFile, sitePage(startPage, metadata, labels));
  shown.forEach((page, index) => {
    const [before, behind] = [shown[index - 1], shown[index + 1]];
    const content = {
      title: page.name,
      ...(page.section.language !== undefined && { language: page.section.language }),
      main: bodyOf(page),
      contents: contentsList(pages, targets, page),
      previous: before === undefined ? { href: startFile, name: metadata.title } : linkOf(before),
      ...(behind !== undefined && { next: linkOf(behind) }),
    };
    documents.set(page.file, sitePage(content, metadata, labels));
  });
  return documents;
}

function linkOf({ file, name }: SitePage): PageLink {
  return { href: file, name };
}

/** What only e-books say goes: `epub:type`. */
function forScreens(tree: Root): ElementContent[] {
  const visit = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    const { 'epub:type': _, epubType: __, ...properties } = node.properties;
    return { ...node, properties, children: node.children.map(visit) };
  };
  return tree.children.flatMap((child) => (child.type === 'doctype' ? [] : visit(child)));
}

function coverOf(
  { metadata: { cover }, labels }: Book<Hast>,
  paths: ReadonlyMap<string, string>,
): ElementContent[] {
  const src = cover?.image === undefined ? undefined : paths.get(cover.image);
  return src === undefined
    ? []
    : [h('p.site-cover', [h('img', { src, alt: cover?.alt?.trim() || labels.cover })])];
}

async function stylesOf(looks: SiteLooks, paths: ReadonlyMap<string, string>): Promise<string> {
  const [flowing, formulas, site] = await Promise.all(
    ['epub/epub.css', 'formulas.css', 'site/site.css'].map((name) =>
      readFile(new URL(name, templates), 'utf8'),
    ),
  );
  const base = `${flowing}\n${formulas}\n${site}`;
  return stylesheet(looks.fonts, base, looks.stylesheet, paths, 'fonts-');
}

/** What the licence of the search asks for. */
function noticeOf(): Promise<string> {
  return readFile(new URL('site/search-notice.md', templates), 'utf8').then(
    (text) => `/*\n${text.trim()}\n*/\n`,
  );
}
