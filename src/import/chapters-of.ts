import type { FootnoteDefinition, Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { spellInAscii } from '../language/ascii.ts';

/** A file of the manuscript. */
export interface Chapter {
  /** `01-the-first-road.md` */
  readonly path: string;
  readonly tree: Root;
}

/**
 * A text as chapters: one for each heading of the first level where there are several, else one that has the
 * title of the book. Each note stands at the end of the chapter that has its first mark.
 *
 * @param title of the book
 * @param language BCP 47; its letters are spelt in ASCII for the names of files
 */
export function chaptersOf(tree: Root, title: string, language: string): Chapter[] {
  const notes = tree.children.filter((node) => node.type === 'footnoteDefinition');
  const known = new Map(notes.toReversed().map((note) => [note.identifier, note]));
  const text = withEvenDepths(tree.children.filter((node) => node.type !== 'footnoteDefinition'));
  const opens = text.filter(isOpening);
  const parts = opens.length > 1 ? divided(text) : [opens.length === 1 ? text : [headed(title), ...text]];
  const given = new Set<FootnoteDefinition>();
  return parts.map((part, index) => {
    const own = notesOf({ type: 'root', children: part }, known).filter((note) => !given.has(note));
    for (const note of own) given.add(note);
    const rest = index === parts.length - 1 ? notes.filter((note) => !given.has(note)) : [];
    const name = slug(toString(part.find(isOpening) ?? headed(title)), language);
    const path = `${String(index + 1).padStart(String(parts.length).length < 2 ? 2 : String(parts.length).length, '0')}-${name}.md`;
    return { path, tree: { type: 'root', children: [...part, ...own, ...rest] } };
  });
}

function isOpening(node: RootContent): node is Heading {
  return node.type === 'heading' && node.depth === 1;
}

function headed(title: string): Heading {
  return { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] };
}

/** What stands before the first heading is a chapter, too. */
function divided(text: ReadonlyArray<RootContent>): RootContent[][] {
  const parts: RootContent[][] = [[]];
  for (const node of text) {
    if (isOpening(node)) parts.push([node]);
    else parts.at(-1)?.push(node);
  }
  return parts.filter((part) => part.some((node) => toString(node) !== '' || 'children' in node));
}

/** Levels without gaps: where there is no heading of the first, the others begin with the second. */
function withEvenDepths(text: RootContent[]): RootContent[] {
  const depths = [
    ...new Set(text.flatMap((node) => (node.type === 'heading' ? [node.depth] : []))),
  ].toSorted();
  const [highest] = depths;
  if (highest === undefined) return text;
  const levels = [1, 2, 3, 4, 5, 6] as const;
  const first = highest === 1 ? 0 : 1;
  return text.map((node) =>
    node.type === 'heading'
      ? { ...node, depth: levels[Math.min(depths.indexOf(node.depth) + first, 5)] ?? 6 }
      : node,
  );
}

/** The notes whose marks stand in a part, and those whose marks stand in these. */
function notesOf(part: Root, notes: ReadonlyMap<string, FootnoteDefinition>): FootnoteDefinition[] {
  const found = new Set<FootnoteDefinition>();
  const search = (tree: Root | FootnoteDefinition): void => {
    visit(tree, 'footnoteReference', ({ identifier }) => {
      const note = notes.get(identifier);
      if (note === undefined || found.has(note)) return;
      found.add(note);
      search(note);
    });
  };
  search(part);
  return [...found];
}

function slug(title: string, language: string): string {
  const words = spellInAscii(title, language)
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return words.slice(0, 6).join('-').slice(0, 50) || 'text';
}
