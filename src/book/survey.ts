import type { Element, Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import type { Hast } from './book.ts';
import { namesFile } from './text-alternative.ts';

/** What of a book matters to those who do not see it, counted. */
export interface Survey {
  /** Pictures that are no decoration. */
  readonly pictures: number;
  /** Those of them without a text alternative, or with the name of their file in its place. */
  readonly undescribed: number;
  readonly audio: number;
  readonly video: number;
  /** Those of both without a text inside. */
  readonly untold: number;
  /** Videos without captions. */
  readonly uncaptioned: number;
  /** Places where a heading is more than one level below the one before. */
  readonly skippedLevels: number;
  readonly formulas: number;
  /** Ruby annotations: readings beside characters. */
  readonly ruby: number;
  /** Pictures with a long description elsewhere (`aria-details`). */
  readonly longDescriptions: number;
  /** Elements with a role of ARIA. */
  readonly roles: number;
}

/**
 * What stands in the trees of a book's sections.
 *
 * @param trees each that of one section, its title in it or not
 */
export function surveyOf(trees: ReadonlyArray<Hast>): Survey {
  const found = {
    pictures: 0,
    undescribed: 0,
    audio: 0,
    video: 0,
    untold: 0,
    uncaptioned: 0,
    skippedLevels: 0,
    formulas: 0,
    ruby: 0,
    longDescriptions: 0,
    roles: 0,
  };
  for (const tree of trees) {
    let level = 1;
    visit(tree, 'element', (node) => {
      const { tagName, properties } = node;
      const { alt, ariaDetails, role, src } = properties;
      if (typeof role === 'string' && role !== 'presentation') found.roles += 1;
      if (tagName === 'math') found.formulas += 1;
      if (tagName === 'ruby') found.ruby += 1;
      if (tagName === 'audio' || tagName === 'video') {
        found[tagName] += 1;
        if (!hasText(node)) found.untold += 1;
        if (tagName === 'video' && !hasCaptions(node)) found.uncaptioned += 1;
      }
      const [, depth] = /^h([1-6])$/.exec(tagName) ?? [];
      if (depth !== undefined) {
        if (Number(depth) > level + 1) found.skippedLevels += 1;
        level = Number(depth);
      }
      if (tagName !== 'img' || role === 'presentation') return;
      found.pictures += 1;
      const said = typeof alt === 'string' ? alt : '';
      if (said.trim() === '' || namesFile(said, typeof src === 'string' ? src : '')) found.undescribed += 1;
      if (typeof ariaDetails === 'string') found.longDescriptions += 1;
    });
  }
  return found;
}

function hasCaptions({ children }: Element): boolean {
  return children.some(
    (child) =>
      child.type === 'element' &&
      child.tagName === 'track' &&
      ['captions', 'subtitles', undefined].includes(child.properties['kind']),
  );
}

function hasText(node: Nodes): boolean {
  return node.type === 'text' ? node.value.trim() !== '' : 'children' in node && node.children.some(hasText);
}
