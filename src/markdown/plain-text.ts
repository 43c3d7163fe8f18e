import type { Nodes } from 'mdast';
import { lowered, raised } from '../language/raised-figures.ts';
import { readableFormula } from './readable-formula.ts';

/**
 * The text of a node as a contents line shows it: without note marks, raw HTML or line breaks, with
 * figures raised and formulas readable, as far as plain characters go.
 */
export function plainText(node: Nodes): string {
  return tidy(readable(node));
}

/** The text of a node as anchors are named by it: letters and digits as typed. */
export function anchorText(node: Nodes): string {
  return tidy(typed(node));
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function readable(node: Nodes): string {
  if (node.type === 'inlineMath') return readableFormula(node.value);
  if (!('children' in node)) return typed(node);
  const content = readableAll(node.children);
  if (node.type !== 'textDirective') return content;
  return node.name === 'sup' ? raised(content) : node.name === 'sub' ? lowered(content) : content;
}

/** Raw HTML that raises or lowers stands beside what it encloses. */
function readableAll(nodes: readonly Nodes[]): string {
  let text = '';
  let open: { readonly name: string; readonly from: number } | undefined;
  for (const node of nodes) {
    const [, end, name = ''] = node.type === 'html' ? (/^<(\/?)(br|sub|sup)\b/i.exec(node.value) ?? []) : [];
    const tag = name.toLowerCase();
    if (tag === 'br') text += ' ';
    else if (tag !== '' && end === '') open = { name: tag, from: text.length };
    else if (tag !== '' && open?.name === tag) {
      const within = text.slice(open.from);
      text = text.slice(0, open.from) + (tag === 'sup' ? raised(within) : lowered(within));
      open = undefined;
    } else text += readable(node);
  }
  return text;
}

function typed(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
      return node.value;
    case 'break':
      return ' ';
    case 'image':
      return node.alt ?? '';
    default:
      return 'children' in node ? node.children.map(typed).join('') : '';
  }
}
