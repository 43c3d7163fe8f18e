import type { Nodes, Parent, PhrasingContent, RootContent, Text } from 'mdast';
import type { Concordance, ConcordanceEntry } from '../../book/concordance.ts';
import type { Note, Section } from '../../book/book.ts';
import { untitledRoles, type Role } from '../../book/roles.ts';
import { createMatcher, type Occurrence } from './concordance-matcher.ts';
import { asciiSlug, type Allocate } from '../ids.ts';
import { indexMark, pathOf } from './index-mark.ts';
import type { Orthography } from '../../language/punctuation.ts';
import { smartText } from '../typography/smart-text.ts';

/** What no index leads to. */
const unsearched: ReadonlySet<Role> = new Set<Role>([
  ...untitledRoles,
  'toc',
  'bibliography',
  'credits',
  'index',
  'colophon',
]);

/**
 * Marks every occurrence of the words of a concordance in the sections and notes, whose trees are
 * changed: whole words in running text, not in headings, code and formulas. The text stays.
 *
 * @param concordance with typographic punctuation, as the text has it
 * @param sections the sections of the book
 * @param notes its notes
 * @param allocate gives out the ids of the book
 */
export function markOccurrences(
  concordance: Concordance,
  sections: ReadonlyArray<Section>,
  notes: ReadonlyArray<Note>,
  allocate: Allocate,
): void {
  const find = createMatcher(concordance);
  const searched = sections.filter(({ role }) => !unsearched.has(role));
  const ids = new Set(searched.map(({ id }) => id));
  for (const { id, tree } of searched) markIn(tree, id, find, allocate, []);
  for (const { section, tree } of notes) {
    if (section === undefined || ids.has(section)) markIn(tree, section ?? 'shared', find, allocate, []);
  }
}

/** The concordance with the punctuation the text gets. */
export function smartConcordance(concordance: Concordance, orthography: Orthography): Concordance {
  return concordance.map((entry) => ({
    ...entry,
    path: entry.path.flatMap((term) => pathOf(term, orthography)),
    find: entry.find.map((phrase) => smartText(phrase, orthography)),
    ...(entry.sort !== undefined && { sort: smartText(entry.sort, orthography) }),
    ...(entry.see !== undefined && { see: smartText(entry.see, orthography) }),
    ...(entry.also !== undefined && { also: smartText(entry.also, orthography) }),
  }));
}

const closed: ReadonlySet<string> = new Set(['heading', 'element', 'figureCaption']);

/** `around` are the entries of the marks the text stands in already. */
function markIn(
  node: Nodes,
  section: string,
  find: (text: string) => Occurrence[],
  allocate: Allocate,
  around: ReadonlyArray<string>,
): void {
  if (!('children' in node) || closed.has(node.type)) return;
  const entries = node.type === 'indexMark' ? [...around, keyOf(node.path)] : around;
  const parent = node as Parent;
  parent.children = parent.children.flatMap((child): RootContent[] => {
    if (child.type === 'text') {
      return marked(child, find(child.value), entries, (entry, words) => {
        const id = allocate(`${section}--index-${asciiSlug(entry.path.join(' ')) || 'x'}`);
        return indexMark(id, { path: entry.path, main: false, found: true }, words);
      });
    }
    markIn(child, section, find, allocate, entries);
    return [child];
  });
}

function marked(
  text: Text,
  occurrences: ReadonlyArray<Occurrence>,
  around: ReadonlyArray<string>,
  mark: (entry: ConcordanceEntry, words: PhrasingContent[]) => PhrasingContent,
): RootContent[] {
  const pieces: PhrasingContent[] = [];
  let from = 0;
  for (const { start, end, entries } of occurrences) {
    const wanted = entries.filter(({ path }) => !around.includes(keyOf(path)));
    if (wanted.length === 0) continue;
    if (start > from) pieces.push({ ...text, value: text.value.slice(from, start) });
    const words: PhrasingContent[] = [{ ...text, value: text.value.slice(start, end) }];
    // An occurrence of several entries bears a mark of each, one within the other.
    pieces.push(...wanted.reduceRight((inner, entry) => [mark(entry, inner)], words));
    from = end;
  }
  if (pieces.length === 0) return [text];
  if (from < text.value.length) pieces.push({ ...text, value: text.value.slice(from) });
  return pieces;
}

function keyOf(path: ReadonlyArray<string>): string {
  return path.join('>');
}
