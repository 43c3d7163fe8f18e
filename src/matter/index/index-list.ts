import type { PhrasingContent } from 'mdast';
import { append } from '../../book/long-lists.ts';
import type { Labels } from '../../book/labels.ts';
import type { ElementNode } from '../../book/nodes.ts';
import { element, span, text } from '../element.ts';
import { findEntry, isEmpty, keyOf, type CrossReference, type IndexEntry } from './index-entries.ts';
import { indexLocators } from './index-locators.ts';
import { byLetter, inOrder } from './index-order.ts';

/** What the lists of an index are made with. */
export interface IndexWording {
  /** BCP 47. */
  readonly language: string;
  readonly labels: Labels;
  readonly entries: ReadonlyMap<string, IndexEntry>;
  /** The ids of the entries that readers are sent to. */
  readonly ids: ReadonlyMap<IndexEntry, string>;
}

/** In a shorter index the letters would take more room than they save time. */
const fewestForLetters = 40;

/**
 * The lists of an index, one for each letter, in one element.
 *
 * Semantics after EPUB Indexes 1.0 in the terms of the Structural Semantics Vocabulary 1.1.
 *
 * @param wording the entries and how their references are worded
 */
export function indexList(wording: IndexWording): ElementNode {
  const { entries, language } = wording;
  const ordered = inOrder(
    [...entries.values()].filter((entry) => !isEmpty(entry)),
    language,
  );
  const lettered = ordered.length >= fewestForLetters;
  const groups = byLetter(ordered, language).map((group) => {
    const heading = element('h2', { className: ['index-letter'] }, [text(group.letter)]);
    return element('div', { className: ['index-group'] }, [
      ...(lettered && group.letter !== '' ? [heading] : []),
      list('index-entries', group.entries, wording),
    ]);
  });
  // EPUBCheck wants one list of entries in an index, so the lists within are not called so.
  return element('div', { className: ['index-columns'], 'epub:type': 'index-entry-list' }, groups);
}

function list(className: string, entries: ReadonlyArray<IndexEntry>, wording: IndexWording): ElementNode {
  const items = entries.map((entry) => item(entry, wording));
  return element('ul', { className: [className] }, items);
}

function item(entry: IndexEntry, wording: IndexWording): ElementNode {
  const id = wording.ids.get(entry);
  const below = inOrder(
    [...entry.children.values()].filter((child) => !isEmpty(child)),
    wording.language,
  );
  const term = element('span', { className: ['index-term'], 'epub:type': 'index-term' }, italics(entry.term));
  const content: PhrasingContent[] = [term, ...indexLocators(entry.locators, wording.language)];
  append(content, references(entry.see, 'see', entry.locators.length > 0, wording));
  append(content, references(entry.also, 'also', content.length > 1, wording));
  return element('li', { ...(id === undefined ? {} : { id }), 'epub:type': 'index-entry' }, [
    element('p', { className: ['index-line'] }, content),
    ...(below.length > 0 ? [list('index-subentries', below, wording)] : []),
  ]);
}

/** ", see Leviathan", or "; see also …" behind numbers. */
function references(
  given: ReadonlyArray<CrossReference>,
  kind: 'see' | 'also',
  follows: boolean,
  wording: IndexWording,
): PhrasingContent[] {
  const targets = new Map(
    given.flatMap(({ path }) => {
      const target = findEntry(wording.entries, path);
      return target === undefined ? [] : [[target, path] as const];
    }),
  );
  if (targets.size === 0) return [];
  const { indexSee, indexSeeAlso } = wording.labels;
  const [before = '', after = ''] = (kind === 'see' ? indexSee : indexSeeAlso).split('{entries}');
  const word = (value: string): PhrasingContent[] => (value === '' ? [] : [span('index-see', value)]);
  const links = [...targets.keys()].flatMap((target, index) => [
    ...(index === 0 ? [] : [text('; ')]),
    reference(target, wording),
  ]);
  const type = kind === 'see' ? 'index-xref-preferred' : 'index-xref-related';
  return [
    text(follows ? '; ' : ', '),
    element('span', { 'epub:type': type }, [...word(before), ...links, ...word(after)]),
  ];
}

function reference(target: IndexEntry, { entries, ids }: IndexWording): PhrasingContent {
  const names = target.path.map(
    (_, depth) => findEntry(entries, target.path.slice(0, depth + 1))?.term ?? '',
  );
  const children = names.flatMap((name, depth) => [...(depth === 0 ? [] : [text(': ')]), ...italics(name)]);
  return { type: 'link', url: `#${ids.get(target) ?? ''}`, children };
}

/** A term with the italics its asterisks enclose. */
export function italics(term: string): PhrasingContent[] {
  if (!term.includes('*')) return [text(term)];
  return term.split(/\*([^*]+)\*/).flatMap((piece, index): PhrasingContent[] => {
    if (piece === '') return [];
    return index % 2 === 1 ? [{ type: 'emphasis', children: [text(piece)] }] : [text(keyOfPiece(piece))];
  });
}

/** An asterisk without its fellow encloses nothing. */
function keyOfPiece(piece: string): string {
  return piece.includes('*') ? keyOf(piece) : piece;
}
