import type { List, ListItem, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { greatest } from '../../book/long-lists.ts';
import { extentOf, joinLines, linesOf } from '../paragraph-lines.ts';
import { labelProperties } from './label-properties.ts';
import { fewest, labelOf, styleOf, type Label, type LabelStyle } from './list-labels.ts';

type Lines = PhrasingContent[][];

/** A paragraph by its labels. */
interface Labelled {
  /** What stands before the first label. */
  readonly before: Lines;
  readonly entries: ReadonlyArray<{ readonly label: Label; readonly lines: Lines }>;
}

/** Blocks whose lines have a form of their own. */
const formed = new Set(['verse', 'dialogue', 'letter', 'figure', 'table', 'row']);

/** What CommonMark does not read as labels, one of which some line must begin with. */
const mayBegin =
  /^[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*(?:\((?:\d+|[A-Za-z]+)\)|#\.|[A-Za-z]{1,8}[.)]|\d+[a-z][.)])[ \t]/m;

/**
 * Makes lists of paragraphs whose lines begin with labels that follow one another, as Pandoc's
 * fancy lists: `(1)`, `a)`, `(a)`, `a.`, `i.`, `(ii)`, `#.`. Lines that begin with labels of no order, as
 * `9a.`, stay lines.
 */
export function remarkLabelledLists() {
  return (tree: Root, file: VFile): void => {
    if (!mayBegin.test(String(file))) return;
    visit(tree, (node) => {
      if (!('children' in node) || !holdsBlocks(node)) return;
      if (node.type === 'containerDirective' && formed.has(node.name)) return;
      node.children = regroup(node, file) as typeof node.children;
    });
  };
}

function holdsBlocks(node: Parents): boolean {
  return ['root', 'blockquote', 'listItem', 'footnoteDefinition', 'containerDirective'].includes(node.type);
}

function regroup(parent: Parents, file: VFile): RootContent[] {
  const blocks = parent.children as RootContent[];
  const result: RootContent[] = [];
  let index = 0;
  while (index < blocks.length) {
    const block = blocks[index] as RootContent;
    const first = block.type === 'paragraph' ? readParagraph(block, file) : undefined;
    const { run = [], style } = first === undefined ? {} : longestRun(blocks, index, first, file);
    if (first === undefined || style === undefined || (first.before.length > 0 && style.start !== 1)) {
      result.push(block.type === 'paragraph' ? keepLabelledLines(block, parent, file) : block);
      index += 1;
      continue;
    }
    if (first.before.length > 0) result.push(paragraphOf(first.before));
    result.push(listOf(run, style));
    index += run.length;
  }
  return result;
}

/** The paragraphs from one on whose labels go on, and how they are labelled. */
function longestRun(blocks: readonly RootContent[], from: number, first: Labelled, file: VFile) {
  const run = [first];
  for (const block of blocks.slice(from + 1)) {
    const next = block.type === 'paragraph' ? readParagraph(block, file) : undefined;
    if (next === undefined || next.before.length > 0) break;
    const labels = [...run, next].flatMap(({ entries }) => entries.map(({ label }) => label));
    if (styleOf(labels) === undefined) break;
    run.push(next);
  }
  return { run, style: styleOf(run.flatMap(({ entries }) => entries.map(({ label }) => label))) };
}

/** The paragraph line by line, if one begins with a label. */
function readParagraph(paragraph: Paragraph, file: VFile): Labelled | undefined {
  if (paragraph.data !== undefined || paragraph.children.some(({ type }) => type === 'break'))
    return undefined;
  const before: Lines = [];
  const entries: Array<{ label: Label; lines: Lines }> = [];
  for (const line of linesOf(paragraph, file)) {
    const [text] = line;
    const label = text?.type === 'text' ? labelOf(text.value) : undefined;
    if (label !== undefined) entries.push({ label, lines: [line] });
    else (entries.at(-1)?.lines ?? before).push(line);
  }
  return entries.length === 0 ? undefined : { before, entries };
}

function listOf(run: readonly Labelled[], style: LabelStyle & { readonly start: number }): List {
  const spread = run.length > 1;
  const children = run.flatMap(({ entries }) =>
    entries.map(({ label, lines }): ListItem => {
      const paragraph = paragraphOf(withoutLabel(lines, label));
      const position = paragraph.position && { position: paragraph.position };
      return { type: 'listItem', spread, children: [paragraph], ...position };
    }),
  );
  const position = extentOf(children);
  const signs = run.flatMap(({ entries }) => entries.map(({ label }) => label.sign.length));
  const width = greatest(signs) + (style.enclosure === 'parentheses' ? 1 : 0);
  return {
    type: 'list',
    ordered: true,
    start: style.start,
    spread,
    children,
    data: { hProperties: labelProperties(style, width) },
    ...(position && { position }),
  };
}

function withoutLabel([first = [], ...others]: Lines, label: Label): Lines {
  const [text, ...rest] = first;
  if (text?.type !== 'text') return [first, ...others];
  return [[{ ...text, value: text.value.slice(label.length) }, ...rest], ...others];
}

function paragraphOf(lines: Lines): Paragraph {
  const position = extentOf(lines.flat());
  return { type: 'paragraph', children: joinLines(lines), ...(position && { position }) };
}

/** Labels that no list has, such as `9a.`, and those in parentheses that follow in no order. */
const isLabelled = ([first]: readonly PhrasingContent[]): boolean =>
  first?.type === 'text' &&
  /^(?:\(?\d+[a-z][.)]|\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+)\))\s/.test(first.value);

/** Where several lines begin with labels, they end where the author ended them; in an item one is enough. */
function keepLabelledLines(paragraph: Paragraph, parent: Parents, file: VFile): Paragraph {
  if (paragraph.data !== undefined) return paragraph;
  const lines = linesOf(paragraph, file);
  const labelled = lines.filter(isLabelled).length;
  if (labelled === 0 || labelled + (parent.type === 'listItem' ? 1 : 0) < fewest) return paragraph;
  const children = lines.flatMap((line, index): PhrasingContent[] => {
    if (index === 0) return line;
    return [isLabelled(line) ? { type: 'break' } : { type: 'text', value: '\n' }, ...line];
  });
  return { ...paragraph, children };
}
