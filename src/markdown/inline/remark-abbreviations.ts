import type { PhrasingContent, Root, Text } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { replaceIn } from '../../book/long-lists.ts';
import { report } from '../../book/messages/messages.ts';

const definition = /^ {0,3}\*\[([^\]\n]+)\]:[ \t]+(\S[^\n]*?)[ \t]*$/;

/**
 * Explains abbreviations wherever they stand, as PHP Markdown Extra does: `*[ISBN]: International Standard Book
 * Number` on a line of its own is no text, and `ISBN` gets that as its title. Capitals count. What is explained twice
 * keeps the first of its titles, and where the other differs that is reported. Use behind what gives directives their
 * elements.
 *
 * @see https://michelf.ca/projects/php-markdown/extra/#abbr
 */
export function remarkAbbreviations() {
  return (tree: Root, file: VFile): void => {
    if (!/^ {0,3}\*\[[^\]\n]+\]:[ \t]/m.test(String(file))) return;
    const titles = takeDefinitions(tree, file);
    if (titles.size === 0) return;
    const pattern = patternOf([...titles.keys()]);
    visit(tree, (node, index, parent): VisitorResult => {
      // What is explained already, or is no running text, stays.
      if (node.type === 'textDirective' && node.name === 'abbr') return SKIP;
      if (node.type !== 'text' || parent === undefined || index === undefined) return undefined;
      const pieces = piecesOf(node, pattern, titles);
      if (pieces === undefined) return undefined;
      replaceIn(parent.children as PhrasingContent[], index, 1, pieces);
      return [SKIP, index + pieces.length];
    });
  };
}

/** Takes the paragraphs out that do nothing but explain. */
function takeDefinitions(tree: Root, file: VFile): ReadonlyMap<string, string> {
  const source = String(file);
  const titles = new Map<string, string>();
  tree.children = tree.children.filter(({ type, position }) => {
    if (type !== 'paragraph') return true;
    const lines = source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0).split('\n');
    const found = lines.map((line) => definition.exec(line));
    if (found.some((each) => each === null)) return true;
    for (const [line, each] of found.entries()) {
      const [, word = '', title = ''] = each ?? [];
      const first = titles.get(word) ?? title;
      titles.set(word, first);
      if (first === title) continue;
      const place = { line: (position?.start.line ?? 1) + line, column: 1 };
      report(file, 'abbreviation-duplicate', `${word} is explained as “${first}” already`, place);
    }
    return false;
  });
  return titles;
}

/** The longer first: one may begin with another. */
function patternOf(words: ReadonlyArray<string>): RegExp {
  const escaped = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${escaped.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
}

/** The text with its abbreviations as elements; undefined where it has none. */
function piecesOf(
  { value, position }: Text,
  pattern: RegExp,
  titles: ReadonlyMap<string, string>,
): PhrasingContent[] | undefined {
  const where = position === undefined ? {} : { position };
  const text = (words: string): Text => ({ type: 'text', value: words, ...where });
  const pieces: PhrasingContent[] = [];
  let done = 0;
  for (const { 0: word, index } of value.matchAll(pattern)) {
    if (index > done) pieces.push(text(value.slice(done, index)));
    const title = titles.get(word) ?? '';
    const explained: TextDirective = {
      type: 'textDirective',
      name: 'abbr',
      children: [text(word)],
      data: { hName: 'abbr', hProperties: { title } },
    };
    pieces.push(explained);
    done = index + word.length;
  }
  if (done === 0) return undefined;
  if (done < value.length) pieces.push(text(value.slice(done)));
  return pieces;
}
