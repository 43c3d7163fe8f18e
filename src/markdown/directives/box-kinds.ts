import type { Labels } from '../../book/labels.ts';

/** The boxes that other dialects have too, with a word of ours over them where the author gives none. */
export type BoxKind = keyof Labels['alerts'];

const kinds: readonly BoxKind[] = ['note', 'tip', 'important', 'warning', 'caution'];

/** What Obsidian, Docusaurus, VuePress and others call the same. */
const others: ReadonlyMap<string, BoxKind> = new Map([
  ['info', 'note'],
  ['todo', 'note'],
  ['hint', 'tip'],
  ['attention', 'warning'],
  ['danger', 'caution'],
  ['error', 'caution'],
]);

/**
 * The box that a name means in another dialect.
 *
 * @param name as typed, in capitals or small letters
 */
export function boxKindOf(name: string): BoxKind | undefined {
  const small = name.toLowerCase();
  return kinds.find((kind) => kind === small) ?? others.get(small);
}
