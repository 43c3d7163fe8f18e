import type { PhrasingContent, Root, Text } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { replaceIn } from '../../book/long-lists.ts';

/** A character of a script that is set with ruby. */
const east = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]';

/** `{漢字|かんじ}`, as Vivliostyle and Denden read it. */
const ruby = new RegExp(`\\{([^{}|\\n]*${east}[^{}|\\n]*)\\|([^{}|\\n]+)\\}`, 'gu');

/**
 * Sets readings above their words: `{漢字|かんじ}` becomes ruby (HTML, 4.5.10). Where a brace stands behind a
 * backslash it is meant as it is. Use behind what gives directives their elements.
 */
export function remarkRuby() {
  return (tree: Root, file: VFile): void => {
    if (!String(file).includes('|')) return;
    visit(tree, 'text', (node, index, parent): VisitorResult => {
      if (parent === undefined || index === undefined || isEscaped(node, file)) return undefined;
      const pieces = piecesOf(node);
      if (pieces === undefined) return undefined;
      replaceIn(parent.children as PhrasingContent[], index, 1, pieces);
      return [SKIP, index + pieces.length];
    });
  };
}

function isEscaped({ position }: Text, file: VFile): boolean {
  return String(file).slice(position?.start.offset, position?.end.offset).includes('\\{');
}

/** The text with its ruby; undefined where it has none. */
function piecesOf({ value, position }: Text): PhrasingContent[] | undefined {
  const where = position === undefined ? {} : { position };
  const text = (words: string): Text => ({ type: 'text', value: words, ...where });
  const pieces: PhrasingContent[] = [];
  let done = 0;
  for (const { 0: whole, 1: base = '', 2: reading = '', index } of value.matchAll(ruby)) {
    if (index > done) pieces.push(text(value.slice(done, index)));
    pieces.push(element('ruby', [text(base), element('rt', [text(reading)])]));
    done = index + whole.length;
  }
  if (done === 0) return undefined;
  if (done < value.length) pieces.push(text(value.slice(done)));
  return pieces;
}

function element(name: string, children: PhrasingContent[]): TextDirective {
  return { type: 'textDirective', name, children, data: { hName: name } };
}
