import type { PhrasingContent } from 'mdast';
import { address } from '../../book/addresses/in-text.ts';
import { text } from '../element.ts';

/**
 * The wording with each `{name}` replaced by nodes, without doubling a full stop the value ends
 * with ("… by Knopf Inc.").
 *
 * @param wording the wording with placeholders
 * @param values what stands for each placeholder
 */
export function fillNodes(
  wording: string,
  values: Readonly<Record<string, PhrasingContent[]>>,
): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  // Splitting by a pattern with a group puts the names of the placeholders at the odd places.
  for (const [index, piece] of wording.split(/\{(\w+)\}/).entries()) {
    if (index % 2 === 1) nodes.push(...(values[piece] ?? []));
    else if (piece !== '') nodes.push(text(endsSentence(nodes.at(-1)) ? piece.replace(/^[.。]/, '') : piece));
  }
  return nodes.filter((node) => node.type !== 'text' || node.value !== '');
}

function endsSentence(node: PhrasingContent | undefined): boolean {
  if (node === undefined) return false;
  if ('children' in node) return endsSentence(node.children.at(-1) as PhrasingContent | undefined);
  return node.type === 'text' && /[.。!?…]$/.test(node.value);
}

/**
 * The text with its web and e-mail addresses linked.
 *
 * @param value plain text
 */
export function linked(value: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let end = 0;
  for (const match of value.matchAll(address)) {
    const [found, url] = match;
    if (match.index > end) nodes.push(text(value.slice(end, match.index)));
    nodes.push(link(url ?? `mailto:${found}`, found));
    end = match.index + found.length;
  }
  if (end < value.length) nodes.push(text(value.slice(end)));
  return nodes;
}

/**
 * A link.
 *
 * @param url where it goes
 * @param label what it says
 */
export function link(url: string, label: string): PhrasingContent {
  return { type: 'link', url, children: [text(label)] };
}

/**
 * The paragraphs of a free text, which blank lines separate.
 *
 * @param value plain text; none gives no paragraph
 */
export function paragraphs(value: string | undefined): string[] {
  return (value ?? '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}
