import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import temml from 'temml';
import { definesMacros } from '../book/formula-definitions.ts';
import { limits } from '../book/limits.ts';
import { lowered, raised } from '../language/raised-figures.ts';
import { dictionary } from '../book/dictionary.ts';

const longest = limits['formula-length'].most;

/**
 * A formula in plain characters, for bookmarks and heads of pages: `a^2` is a², `\frac{a}{b}` is a/b.
 *
 * @param tex what stands between the dollars; as it is where TeX cannot read it, where it defines macros, or is too long
 */
export function readableFormula(tex: string): string {
  // Such a one could come to anything; as a formula it is judged where it is set.
  if (tex.length > longest || definesMacros(tex)) return tex;
  try {
    const markup = temml.renderToString(tex, { xml: true, throwOnError: true });
    return read(fromHtml(markup, { fragment: true }))
      .replace(/\s+/g, ' ')
      .trim();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return tex;
  }
}

/** How elements of MathML Core read that are more than their content. */
const readings = dictionary<(parts: readonly string[]) => string>({
  annotation: () => '',
  mfrac: ([upper = '', lower = '']) => `${enclosed(upper)}/${enclosed(lower)}`,
  msqrt: (parts) => `√${enclosed(parts.join(''))}`,
  mroot: ([base = '', degree = '']) => `${raised(degree)}√${enclosed(base)}`,
  mspace: () => ' ',
  msub: ([base = '', low = '']) => base + subscript(low),
  msup: ([base = '', high = '']) => base + superscript(high),
  msubsup: ([base = '', low = '', high = '']) => base + subscript(low) + superscript(high),
  mtd: (parts) => `${parts.join('')} `,
  munder: ([base = '', low = '']) => base + subscript(low),
  munderover: ([base = '', low = '', high = '']) => base + subscript(low) + superscript(high),
});

function read(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const parts = node.children.map(read);
  const reading = node.type === 'element' ? readings[node.tagName] : undefined;
  return reading === undefined ? parts.join('') : reading(parts);
}

function superscript(text: string): string {
  const high = raised(text);
  return high === text && !/^[′″‴*∗†]+$/u.test(text) ? `^${enclosed(text)}` : high;
}

function subscript(text: string): string {
  const low = lowered(text);
  return low === text ? `_${enclosed(text)}` : low;
}

/** More than one sign stands in parentheses. */
function enclosed(text: string): string {
  return Array.from(text.trim()).length > 1 && !/^\d+$/.test(text) ? `(${text.trim()})` : text.trim();
}
