import type { Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { toMarkdown } from 'mdast-util-to-markdown';

/** A text as Markdown that Colophon reads as it is meant. */
export function textToMarkdown(tree: Root): string {
  return toMarkdown(tree, {
    bullet: '-',
    emphasis: '*',
    fence: '`',
    fences: true,
    incrementListMarker: true,
    listItemIndent: 'one',
    resourceLink: false,
    rule: '*',
    ruleSpaces: true,
    unsafe: [
      // Formulas, raised and lowered letters, marked text, attributes and comments of ours.
      { character: '$', inConstruct: 'phrasing' },
      { character: '^', inConstruct: 'phrasing' },
      { character: '~', inConstruct: 'phrasing' },
      { character: '=', before: '=', inConstruct: 'phrasing' },
      { character: '{', after: '[#.:]', inConstruct: 'phrasing' },
      { character: '{', before: '[%{]', inConstruct: 'phrasing' },
    ],
    extensions: [
      gfmToMarkdown({ tableCellPadding: true, tablePipeAlign: false }),
      directiveToMarkdown(),
      mathToMarkdown(),
    ],
  });
}
