import type { Element, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import { fragmentOf, idsOf } from './note-elements.ts';

/** A link that marks a note. */
export interface NoteMark {
  readonly link: Element;
  /** From the root to the link. */
  readonly parents: ReadonlyArray<Parents>;
  /** What it looks like: 1, [1], *. */
  readonly sign: string;
  /** The element that holds the note. */
  readonly holder: Element;
}

interface Place {
  readonly element: Element;
  readonly parents: ReadonlyArray<Parents>;
  /** Its rank among all elements in the order of the document. */
  readonly rank: number;
}

/** What a mark looks like: 1, [1], (1), *, †, or a small Roman figure. */
const signs = /^[[(]?(?:\d{1,4}|[ivxlc]{1,7}|[*∗†‡§¶]{1,3})[\])]?$/;

/**
 * The links that look like marks and lead to a place behind them that can be a note, in the order of the
 * document. Links back lead to what is before them; entries of a table of contents to headings.
 */
export function noteMarks(tree: Root): NoteMark[] {
  const places = placesOf(tree);
  const found: NoteMark[] = [];
  let rank = 0;
  visitParents(tree, 'element', (link, parents) => {
    rank += 1;
    if (link.tagName !== 'a') return;
    const place = places.get(fragmentOf(link) ?? '');
    if (place === undefined || place.rank <= rank) return;
    const holder = holderOf(place, parents);
    if (holder === undefined || !isMark(link, parents, holder)) return;
    found.push({ link, parents: [...parents], sign: toString(link).trim(), holder });
  });
  return found;
}

/** All elements that links can lead to. */
function placesOf(tree: Root): Map<string, Place> {
  const places = new Map<string, Place>();
  let rank = 0;
  visitParents(tree, 'element', (element, parents) => {
    rank += 1;
    for (const id of idsOf(element))
      if (!places.has(id)) places.set(id, { element, parents: [...parents], rank });
  });
  return places;
}

/** Whether a link marks a note: raised or said to, or a number that its note repeats or leads back to. */
function isMark(link: Element, parents: ReadonlyArray<Parents>, holder: Element): boolean {
  const text = toString(link).trim();
  const { role, epubType } = link.properties;
  const isSaid = /noteref/.test(`${String(role)} ${String(epubType)}`);
  const isRaised = hasRaised(link) || parents.some((each) => 'tagName' in each && each.tagName === 'sup');
  if (isSaid || isRaised) return text !== '' && text.length < 7;
  return (
    signs.test(text) && (toString(holder).trim().startsWith(text) || leadsBack(holder, [...parents, link]))
  );
}

function leadsBack(holder: Element, mark: ReadonlyArray<Parents>): boolean {
  const ids = new Set(mark.flatMap((each) => (each.type === 'element' ? idsOf(each) : [])));
  let leads = false;
  visit(holder, 'element', (element) => {
    if (element.tagName === 'a' && ids.has(fragmentOf(element) ?? '')) leads = true;
  });
  return leads;
}

function hasRaised(link: Element): boolean {
  let has = false;
  visit(link, 'element', ({ tagName }) => {
    if (tagName === 'sup') has = true;
  });
  return has;
}

/** The element that holds the note which begins at a place. What holds the mark, headings and figures are none. */
function holderOf({ element, parents }: Place, ofMark: ReadonlyArray<Parents>): Element | undefined {
  const chain = [...parents, element].filter(
    (each): each is Element => each.type === 'element' && !ofMark.includes(each),
  );
  if (chain.some(({ tagName }) => /^(?:h[1-6]|figure|table|img|math|svg)$/.test(tagName))) return undefined;
  const item = chain.findLast(({ tagName }) => ['li', 'aside', 'dd'].includes(tagName));
  if (item !== undefined) return hasHeading(item) ? undefined : item;
  const holder = chain.findLast(({ tagName }) => ['p', 'div', 'section', 'blockquote'].includes(tagName));
  // Word and Google Docs put the paragraphs of each note into a div.
  const above = holder?.tagName === 'p' ? chain[chain.indexOf(holder) - 1] : undefined;
  const found = above?.tagName === 'div' && holdsOneNote(above) ? above : holder;
  return found === undefined || hasHeading(found) ? undefined : found;
}

function hasHeading(element: Element): boolean {
  let has = false;
  visit(element, 'element', ({ tagName }) => {
    if (/^h[1-6]$/.test(tagName)) has = true;
  });
  return has;
}

function holdsOneNote(div: Element): boolean {
  const begun = div.children.filter((child) => child.type === 'element' && placesWithin(child) > 0);
  return begun.length === 1;
}

function placesWithin(element: Element): number {
  let count = 0;
  visit(element, 'element', (each) => {
    count += idsOf(each).length;
  });
  return count;
}
