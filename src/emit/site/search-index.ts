import type { Element, ElementContent } from 'hast';
import MiniSearch from 'minisearch';
import { backArrow } from '../../book/back-arrow.ts';
import type { Hast } from '../../book/book.ts';
import type { Role } from '../../book/roles.ts';
import { indexReceiver, searchOptions, type SearchedPlace } from './search-options.ts';
import type { SitePage } from './pages.ts';

/** Pages that only lead elsewhere. */
const leading = new Set<Role>(['toc', 'index', 'loi', 'lot', 'titlepage', 'halftitlepage']);

/** Elements behind which a word ends. */
const blocks = new Set(
  'address article aside blockquote br caption dd div dl dt figcaption figure footer header hr li ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** The script that hands the index of all pages to the search. The same book gives the same bytes. */
export function searchIndex(pages: ReadonlyArray<SitePage>): string {
  const index = new MiniSearch<SearchedPlace>(searchOptions);
  index.addAll(placesIn(pages));
  const json = JSON.stringify(JSON.stringify(index))
    // Lines may not end within a string of old scripts, nor a script within itself.
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`)
    .replaceAll('<', String.raw`\u003c`);
  return `${indexReceiver}(${json});\n`;
}

/** Every heading with the text below it, and every note, in reading order. */
export function placesIn(pages: ReadonlyArray<SitePage>): SearchedPlace[] {
  const places: SearchedPlace[] = [];
  for (const { section, file, name } of pages) {
    if (leading.has(section.role)) continue;
    for (const { title, id, text } of piecesOf(section.tree)) {
      if (text.trim() === '' && title.trim() === '') continue;
      places.push({
        id: places.length,
        title: tidy(title) || name,
        page: name,
        href: id === undefined ? file : `${file}#${id}`,
        text: tidy(text),
      });
    }
  }
  return places;
}

interface Piece {
  readonly id?: string;
  title: string;
  text: string;
}

function piecesOf(tree: Hast): Piece[] {
  const pieces: Piece[] = [{ title: '', text: '' }];
  const visit = (node: ElementContent): void => {
    if (node.type === 'text') add(node.value);
    if (node.type !== 'element' || isHidden(node)) return;
    const { id } = node.properties;
    if (/^h[1-6]$/.test(node.tagName)) {
      const title = textOf(node);
      // Before the title of the page stands but its number.
      if (node.tagName === 'h1') pieces.splice(0, pieces.length, { title, text: '' });
      else pieces.push({ ...(typeof id === 'string' && { id }), title, text: '' });
      return;
    }
    if (node.tagName === 'li' && typeof id === 'string') pieces.push({ id, title: '', text: '' });
    for (const child of node.children) visit(child);
    if (blocks.has(node.tagName)) add(' ');
  };
  const add = (text: string): void => {
    const last = pieces.at(-1);
    if (last !== undefined) last.text += text;
  };
  for (const child of tree.children) if (child.type !== 'doctype') visit(child);
  return pieces;
}

/** What is read by nobody, the marks of notes and the arrows back, and formulas in the language of TeX. */
function isHidden({ tagName, properties, children }: Element): boolean {
  const { ariaHidden, role } = properties;
  if (role === 'doc-noteref') return true;
  if (role === 'doc-backlink') return children[0]?.type === 'text' && children[0].value === backArrow;
  return ariaHidden === 'true' || tagName === 'annotation' || tagName === 'svg';
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' && !isHidden(node) ? node.children.map(textOf).join('') : '';
}

/** Without soft hyphens and invisible joiners, and with one blank between words. */
function tidy(text: string): string {
  return text
    .replaceAll(/[\u00AD\u200B\u2060]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
