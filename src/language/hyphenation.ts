import { createRequire } from 'node:module';
import { statedFor } from './knowledge.ts';
import { shortenedTags } from './tag.ts';

/** Liang patterns as a trie: a level index at a node, its continuations by letter, or both. */
export type PatternTrie = number | PatternBranch | [PatternBranch, number];
export interface PatternBranch {
  readonly [letter: string]: PatternTrie;
}

/**
 * Patterns as the `hyphen` package ships them: the level lists, the trie that points into
 * them, and the break positions of exceptional words.
 */
export type Patterns = readonly [
  levels: ReadonlyArray<ReadonlyArray<number>>,
  trie: PatternBranch,
  exceptions?: Readonly<Record<string, ReadonlyArray<number>>>,
];

const require = createRequire(import.meta.url);

/**
 * The patterns for a language tag: those its data name, else those called like it, else those of ever
 * shorter tags; undefined where words are not divided or nobody has made any.
 *
 * @param language BCP 47
 */
export function patternsFor(
  language: string,
): { readonly name: string; readonly load: () => Patterns } | undefined {
  for (const tag of shortenedTags(language)) {
    const name = statedFor(tag, 'hyphenation') ?? tag;
    if (name === false) return undefined;
    const file = resolvePatterns(name);
    if (file !== undefined) return { name, load: () => require(file) as Patterns };
  }
  return undefined;
}

/** Whether there are patterns of a name, which is a tag for most languages. */
export function hasPatterns(name: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z0-9]+)*$/.test(name) && resolvePatterns(name) !== undefined;
}

function resolvePatterns(name: string): string | undefined {
  try {
    return require.resolve(`hyphen/patterns/${name}.js`);
  } catch {
    return undefined;
  }
}
