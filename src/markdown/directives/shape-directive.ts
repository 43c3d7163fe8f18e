import type { Properties } from 'hast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { divideRow } from './picture-row.ts';
import { markSpeakers } from './speakers.ts';
import { keepLines } from './verse-lines.ts';
import { verseNumbers } from './verse-numbers.ts';

/** Gives the content of a container its form, in place; returns further properties of its element. */
type Shape = (node: ContainerDirective, file: VFile) => Properties | void;

/** The containers whose content has a form of its own. */
const shapes: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['dialogue', markSpeakers],
  ['row', divideRow],
  [
    'verse',
    (node, file) => {
      keepLines(node, file);
      return verseNumbers(node, file);
    },
  ],
]);

/**
 * Gives the content of a directive the form that belongs to it, in place.
 *
 * @param node the directive
 * @param file its source, where faults are reported
 * @returns further properties of its element
 */
export function shapeDirective(
  node: ContainerDirective | LeafDirective | TextDirective,
  file: VFile,
): Properties {
  if (node.type !== 'containerDirective') return {};
  return shapes.get(node.name)?.(node, file) || {};
}
