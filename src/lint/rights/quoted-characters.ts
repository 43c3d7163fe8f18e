import type { Nodes } from 'mdast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { propertiesOf } from './properties.ts';

/** Types of nodes that begin and end a line. */
const blocks: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'code',
  'math',
  'thematicBreak',
  'figure',
  'figureCaption',
  'containerDirective',
  'leafDirective',
  'defList',
  'defListTerm',
  'defListDescription',
]);
const blockElements =
  /^(?:address|blockquote|dd|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|pre|section|ul)$/;

/**
 * The number of characters of a quotation as the reader sees it, after smart punctuation.
 *
 * A character is a Unicode code point of the text in normalization form C. Spaces and punctuation
 * count; white space in a row, a line break, and the gap between two paragraphs, verses or cells
 * are one character each, and white space at either end is none. Formulas count as written in TeX.
 * Not counted are note marks, `::attribution`, descriptions of images, HTML tags, and the invisible
 * soft hyphens, word joiners and zero-width spaces.
 *
 * @param quotation the node of the quotation
 */
export function quotedCharacters(quotation: Nodes): number {
  const text = textOf(quotation)
    .normalize('NFC')
    .replaceAll(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replaceAll(/[ \t\r\n\f]+/g, ' ')
    .replace(/^ | $/g, '');
  return Array.from(text).length;
}

function textOf(node: Nodes): string {
  if (isAttribution(node)) return '\n';
  const inner = ownText(node);
  return isBlock(node) ? `\n${inner}\n` : inner;
}

function ownText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
    case 'inlineMath':
    case 'math':
      return node.value;
    case 'break':
      return '\n';
    case 'html':
      return /^<br\b/i.test(node.value) ? '\n' : toString(fromHtml(node.value, { fragment: true }));
    default:
      return 'children' in node ? node.children.map(textOf).join('') : '';
  }
}

function isBlock(node: Nodes): boolean {
  return blocks.has(node.type) || (node.type === 'element' && blockElements.test(node.data.hName));
}

function isAttribution(node: Nodes): boolean {
  const classes = propertiesOf(node)['className'];
  return Array.isArray(classes) && classes.includes('attribution');
}
