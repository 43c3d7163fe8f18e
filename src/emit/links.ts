import type { ElementContent, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import type { Hast, Section } from '../book/book.ts';
import { percentDecoded } from '../book/addresses/percent-decoded.ts';

/** Where an id stands: the file, and the fragment unless the file as a whole is meant. */
interface Target {
  readonly file: string;
  readonly fragment?: string;
}

export type Targets = ReadonlyMap<string, Target>;

/**
 * Where every id of the book stands. A section is its file; what stands in a section that the
 * EPUB replaces is its file as well.
 *
 * @param documents the sections with their files
 */
export function targetsOf(
  documents: ReadonlyArray<{
    readonly section: Section<Hast>;
    readonly file: string;
    readonly replaced: boolean;
  }>,
): Targets {
  const targets = new Map<string, Target>();
  const begun = new Set<string>();
  for (const { section, file, replaced } of documents) {
    visit(section.tree, 'element', ({ properties }) => {
      const { id } = properties;
      if (typeof id === 'string') targets.set(id, replaced ? { file } : { file, fragment: id });
    });
    // What goes on in further files is where it begins.
    if (!begun.has(section.id)) targets.set(section.id, { file });
    begun.add(section.id);
  }
  return targets;
}

/** The address of an id as seen from a file of the book; undefined where there is no such id. */
export function addressOf(targets: Targets, id: string): string | undefined {
  const target = targets.get(id);
  return target === undefined ? undefined : address(target);
}

function address({ file, fragment }: Target): string {
  return fragment === undefined ? file : `${file}#${fragment}`;
}

/** Elements that load a file. */
export const loading: ReadonlySet<string> = new Set(['audio', 'img', 'source', 'track', 'video']);

/**
 * The tree as it stands in its file: links lead to files, images, audio and video to the packed files, and the
 * placeholders for page numbers are gone.
 *
 * A link to nowhere stays as it is, for EPUBCheck to report.
 *
 * @param file the file the tree will stand in
 * @param targets where every id stands
 * @param files packed path by path in the manuscript
 */
export function placeTree(
  tree: Root,
  file: string,
  targets: Targets,
  files: ReadonlyMap<string, string>,
): Root {
  const place = (node: RootContent): ElementContent[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element' || node.properties['dataPageOf'] !== undefined) return [];
    const { dataSpot: _, ...properties } = node.properties;
    const { href, src } = properties;
    if (typeof href === 'string' && href.startsWith('#'))
      properties['href'] = relative(href.slice(1), file, targets);
    if (loading.has(node.tagName) && typeof src === 'string') properties['src'] = files.get(src) ?? src;
    const { poster } = properties;
    if (typeof poster === 'string') properties['poster'] = files.get(poster) ?? poster;
    return [{ ...node, properties, children: node.children.flatMap(place) }];
  };
  return { type: 'root', children: tree.children.flatMap(place) };
}

function relative(id: string, file: string, targets: Targets): string {
  const target = targets.get(id) ?? targets.get(percentDecoded(id));
  if (target === undefined) return `#${id}`;
  // Within its own file a section is where its element stands.
  return target.file === file ? `#${target.fragment ?? id}` : address(target);
}
