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

/** An allocator of ids for one book. Ids that differ in case alone count as the same: they become file names. */
export function createAllocator(): Allocate {
  const taken = new Set(reserved);
  const next = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    let count = next.get(wanted) ?? 2;
    while (taken.has(id.toLowerCase())) id = `${wanted}-${count++}`;
    next.set(wanted, count);
    taken.add(id.toLowerCase());
    return id;
  };
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
