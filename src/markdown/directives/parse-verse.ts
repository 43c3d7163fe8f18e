import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';

/** Signs of which old manuscripts are full, and new ones are not: one stands before lines for a while. */
const signs = ['\u2e0f', '\u2e10', '\u2e15'];

/** Code in a poem may hide more of it, in lists of its own: no poem needs more rounds. */
const rounds = 3;

/**
 * The tree of a source in which no line of a poem is code because it is indented by four spaces: such
 * lines are read as any other, with their emphasis, notes and links.
 *
 * @param file the source
 * @param parse the parser
 */
export function parseVerse(file: VFile, parse: (file: VFile) => Root): Root {
  const source = String(file);
  const tree = parse(file);
  const sign = signs.find((each) => !source.includes(each));
  if (sign === undefined || !/:::[ \t]*\{?\.?verse/.test(source)) return tree;
  let marked = source;
  let read = tree;
  for (let round = 0; round < rounds; round++) {
    const places = codeLines(read, marked);
    if (places.length === 0) break;
    marked = withSigns(marked, places, sign);
    read = parse(new VFile({ path: file.path, value: marked }));
  }
  if (read !== tree) removeSigns(read, sign);
  return read;
}

/** Where the lines begin that make poems into code: the first, and each behind a blank one. */
function codeLines(tree: Root, source: string): number[] {
  const lines = source.split('\n');
  const starts = lineStarts(lines);
  const places: number[] = [];
  visit(tree, 'containerDirective', (poem) => {
    if (poem.name !== 'verse') return;
    visit(poem, 'code', (code) => {
      const { position } = code;
      if (position === undefined || !isIndented(code, source)) return;
      const column = position.start.column - 1;
      let isBehindBlank = true;
      for (let line = position.start.line - 1; line < position.end.line; line++) {
        const rest = lines[line]?.slice(column) ?? '';
        if (isBehindBlank && /^[ \t]+\S/.test(rest)) places.push((starts[line] ?? 0) + column);
        isBehindBlank = rest.trim() === '';
      }
    });
  });
  return places;
}

/** The source with a sign in place of the blank at each of these places. */
function withSigns(source: string, places: readonly number[], sign: string): string {
  const pieces = places.map((place, index) => source.slice(index === 0 ? 0 : places[index - 1]! + 1, place));
  return [...pieces, source.slice((places.at(-1) ?? -1) + 1)].join(sign);
}

function lineStarts(lines: readonly string[]): number[] {
  let start = 0;
  return lines.map((line) => {
    const here = start;
    start += line.length + 1;
    return here;
  });
}

function isIndented({ position }: Code, source: string): boolean {
  return /^(?: {4}| {0,3}\t)/.test(source.slice(position?.start.offset));
}

function removeSigns(tree: Root, sign: string): void {
  visit(tree, 'text', (node) => {
    if (!node.value.startsWith(sign)) return;
    const rest = node.value.slice(sign.length).trimStart();
    const { start } = node.position ?? {};
    const width = node.value.length - rest.length;
    if (start?.offset !== undefined) {
      start.offset += width;
      start.column += width;
    }
    node.value = rest;
  });
}
