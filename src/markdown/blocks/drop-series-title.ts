import type { Heading, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { plainText } from '../plain-text.ts';
import { noteDropped } from '../unread/note-place.ts';

/**
 * Takes the first of two headings of depth 1 that a file begins with out of the tree, and tells of it:
 * it names a series or a part, the second is the title. Where more of them follow, they are sections of
 * one text, and all stay.
 *
 * @param tree of the file, with its headings
 * @param file the source
 * @param isSilent whether a block prints nothing
 * @returns the heading taken out
 */
export function dropSeriesTitle(
  tree: Root,
  file: VFile,
  isSilent: (node: RootContent) => boolean,
): Heading | undefined {
  const [series, title] = tree.children.filter((node) => !isSilent(node));
  if (!isTop(series) || !isTop(title) || tree.children.filter(isTop).length > 2) return undefined;
  if (!hasWordsAlone(series) || plainText(title) === '') return undefined;
  noteDropped(file, 'series-title', plainText(series), series.position?.start);
  tree.children = tree.children.filter((node) => node !== series);
  return series;
}

function isTop(node: RootContent | undefined): node is Heading {
  return node?.type === 'heading' && node.depth === 1;
}

/** Whether nothing but words is lost: no mark of a note, no picture. */
function hasWordsAlone(heading: Heading): boolean {
  const others = new Set(['footnoteReference', 'image', 'imageReference', 'html', 'textDirective']);
  let isPlain = plainText(heading) !== '';
  visit(heading, (node) => {
    if (others.has(node.type)) isPlain = false;
  });
  return isPlain;
}
