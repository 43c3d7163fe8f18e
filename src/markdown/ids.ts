import { spellLatin } from '../language/ascii.ts';

/** Gives out every id once: the id asked for, or with `-2`, `-3` … behind it. */
export type Allocate = (wanted: string) => string;

/** Names that generated sections, the cover and the navigation of the EPUB claim for themselves. */
const reserved = [
  'cover',
  'nav',
  'toc',
  'titlepage',
  'halftitlepage',
  'copyright-page',
  'endnotes',
  'notes',
  'index',
  'colophon',
];

const maximum = 60;

/** What was asked for, and the id that was given. */
export type Allocation = readonly [wanted: string, id: string];

/** What gives out the ids of one book. */
export interface Allocator {
  readonly allocate: Allocate;
  /** Gives out the same ids again, in order; where one of them would be another now, none, and it says so. */
  readonly repeat: (allocations: ReadonlyArray<Allocation>) => boolean;
}

/** An allocator of ids for one book. Ids that differ in case alone count as the same: they become file names. */
export function createAllocator(): Allocator {
  const taken = new Set(reserved);
  const next = new Map<string, number>();
  const allocate: Allocate = (wanted) => {
    let id = wanted;
    let count = next.get(wanted) ?? 2;
    while (taken.has(id.toLowerCase())) id = `${wanted}-${count++}`;
    next.set(wanted, count);
    taken.add(id.toLowerCase());
    return id;
  };
  const repeat: Allocator['repeat'] = (allocations) => {
    const undo: Array<() => void> = [];
    for (const [wanted, expected] of allocations) {
      const before = next.get(wanted);
      const id = allocate(wanted);
      undo.push(() => {
        taken.delete(id.toLowerCase());
        if (before === undefined) next.delete(wanted);
        else next.set(wanted, before);
      });
      if (id === expected) continue;
      for (const step of undo.toReversed()) step();
      return false;
    }
    return true;
  };
  return { allocate, repeat };
}

/**
 * A readable ASCII stem of an id.
 *
 * @param text any text
 * @returns lower-case letters, digits and single hyphens, at most 60; empty when nothing remains
 */
export function asciiSlug(text: string): string {
  return spellLatin(text.toLowerCase().slice(0, 4 * maximum))
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maximum)
    .replace(/^-|-$/g, '');
}

/**
 * The id wanted for a section, from its file name: `part-1/003-the-whale.md` → `part-1-the-whale`.
 * Leading numbers only order the files; without them ids survive an inserted chapter.
 *
 * @param path the path of the Markdown file in the manuscript folder
 */
export function sectionStem(path: string): string {
  const names = path.replace(/\.[^./]+$/, '').split('/');
  const stem = asciiSlug(names.map((name) => name.replace(/^\d+[-_. ]+(?=\p{L})/u, '')).join('-'));
  return /^[a-z]/.test(stem) ? stem : `section${stem && '-'}${stem}`;
}
