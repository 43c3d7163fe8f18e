import type { ElementContent } from 'hast';
import { written, type PlacedSection } from '../content-documents.ts';
import type { FileNames } from '../../file-names.ts';
import { targetsOf } from '../../links.ts';
import { divideTree } from './divide-tree.ts';

/** What of a file is kept for the marks of printed pages and for what stands around the text. */
const spared = 0.1;

/**
 * The sections, those too long for a file in several. Each part is a section of its own to all that follows, so
 * links, notes, index and contents lead to the file that has what they mean.
 *
 * @param sections in their files, in reading order
 * @param most bytes of a file; without it none is divided
 * @param names the file names already taken
 * @param images packed path by path in the manuscript
 */
export function divideSections(
  sections: ReadonlyArray<PlacedSection>,
  most: number | undefined,
  names: FileNames,
  images: ReadonlyMap<string, string>,
): ReadonlyArray<PlacedSection> {
  if (most === undefined) return sections;
  const room = Math.floor(most * (1 - spared));
  const targets = targetsOf(sections);
  return sections.flatMap((placed): PlacedSection[] => {
    const { section, file, replaced } = placed;
    if (replaced) return [placed];
    const lengths = new Map<ElementContent, number>();
    const bytesOf = (node: ElementContent): number => {
      const known = lengths.get(node);
      if (known !== undefined) return known;
      const bytes = Buffer.byteLength(written({ type: 'root', children: [node] }, file, targets, images));
      lengths.set(node, bytes);
      return bytes;
    };
    return divideTree(section.tree, room, bytesOf).map((tree, index) => ({
      ...placed,
      section: { ...section, tree },
      file: index === 0 ? file : names.allocate(section.id, 'xhtml'),
    }));
  });
}
