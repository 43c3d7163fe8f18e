import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pointAfter } from '../../book/messages/point-in.ts';
import { report } from '../../book/messages/messages.ts';

/** Comments and tags; the name in a group of its own. */
const tags = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z\d]*)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** Elements of HTML that end a drawing for browsers (HTML, 13.2.6.5). */
const ending: ReadonlySet<string> = new Set(
  (
    'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu ' +
    'meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var'
  ).split(' '),
);

/** Elements of drawings that HTML may stand in. */
const hosts: ReadonlySet<string> = new Set(['desc', 'foreignobject', 'title']);

/**
 * Reports the first element in each piece of raw HTML that ends a drawing before its own end does.
 *
 * @param tree with raw HTML, each drawing in one piece
 */
export function reportHtmlInDrawings(tree: Root, file: VFile): void {
  visit(tree, 'raw', (node) => {
    const found = /<svg/i.test(node.value) ? firstEnding(node.value) : undefined;
    if (found === undefined) return;
    const place = pointAfter(file, node.position?.start, found.offset);
    report(file, 'html-misplaced', `The element <${found.name}> ends the drawing that it stands in`, place, {
      hint: 'Close the drawing before it; text in drawings stands in <text> and <tspan>.',
    });
  });
}

function firstEnding(raw: string): { readonly name: string; readonly offset: number } | undefined {
  let drawings = 0;
  let host: string | undefined;
  for (const { 0: tag, 1: end, 2: written, index } of raw.matchAll(tags)) {
    if (written === undefined) continue;
    const name = written.toLowerCase();
    const step = end === '/' ? -1 : tag.endsWith('/>') ? 0 : 1;
    if (name === 'svg') drawings = Math.max(0, drawings + step);
    else if (host === name && step === -1) host = undefined;
    else if (drawings > 0 && host === undefined && step === 1 && hosts.has(name)) host = name;
    else if (drawings > 0 && host === undefined && end === '' && ending.has(name))
      return { name, offset: index };
  }
  return undefined;
}
