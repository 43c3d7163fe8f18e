import type { FootnoteReference, Html, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { Position } from 'unist';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { replaceIn } from '../../book/long-lists.ts';
import { linkedNumber } from './bracketed-entry.ts';
import { bracketedNumbers } from './bracketed-numbers.ts';
import { findBracketedRun } from './bracketed-run.ts';
import { bracketedIdentifier } from './note-label.ts';

/**
 * Reads notes as articles on the web have them: `[1]` in the text, a list of entries
 * `[1] Source` at the end of the file, below a rule or a heading. They become footnote
 * definitions and references under identifiers of their own, beside those of `[^1]`.
 */
export function remarkBracketedNotes() {
  return (tree: Root, file: VFile): void => {
    liftEntries(tree, file);
    visit(tree, (node, index, parent): VisitorResult => {
      if (parent === undefined || index === undefined) return undefined;
      if (node.type === 'text') return replace(parent, index, splitMarks(node, file));
      if (node.type === 'link') {
        const number = linkedNumber(node);
        if (number === undefined) return SKIP;
        return replace(parent, index, [referenceOf(Number(number), node.position)]);
      }
      if (node.type !== 'linkReference') return undefined;
      const isMark = node.referenceType !== 'full' && /^\d{1,3}$/.test(node.identifier);
      if (!isMark || tree.children.some((block) => isDefinitionOf(block, node.identifier))) return SKIP;
      return replace(parent, index, [referenceOf(Number(node.identifier), node.position)]);
    });
  };
}

function liftEntries(tree: Root, file: VFile): void {
  const run = findBracketedRun(tree, file);
  if (!run) return;
  tree.children = tree.children.flatMap((block, index): RootContent[] => {
    if (run.emptied.has(index)) return [];
    const found = run.blocks.get(index);
    if (!found) return [block];
    const text = found.text();
    return [...(text ? [text] : []), ...found.notes()];
  });
}

/** The text, and in the place of each number in brackets a reference. */
function splitMarks(node: Text, file: VFile): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let at = 0;
  let start = node.position?.start;
  for (const found of bracketedNumbers(node, file)) {
    if (found.escaped === 'half') continue;
    if (found.from > at) pieces.push(textOf(node.value.slice(at, found.from), start, found.start));
    const position = found.start && found.end && { start: found.start, end: found.end };
    for (const number of found.numbers) pieces.push(referenceOf(number, position));
    at = found.to;
    start = found.end;
  }
  if (at === 0) return [node];
  if (at < node.value.length) pieces.push(textOf(node.value.slice(at), start, node.position?.end));
  return pieces;
}

function textOf(value: string, start: Position['start'] | undefined, end: Position['end'] | undefined): Text {
  return { type: 'text', value, ...(start && end && { position: { start, end } }) };
}

function referenceOf(number: number, position: Position | undefined): FootnoteReference {
  return {
    type: 'footnoteReference',
    identifier: bracketedIdentifier(String(number)),
    label: String(number),
    ...(position && { position }),
  };
}

/** Puts nodes in the place of one; raw `<sup>` around a mark goes, since a mark is raised already. */
function replace(parent: Parents, index: number, nodes: PhrasingContent[]): VisitorResult {
  const children = parent.children as RootContent[];
  const isMark = nodes.every((node) => node.type === 'footnoteReference');
  const isRaised = isMark && isTag(children[index - 1], 'sup') && isTag(children[index + 1], '/sup');
  if (isRaised) replaceIn(children, index - 1, 3, nodes);
  else replaceIn(children, index, 1, nodes);
  return [SKIP, index + nodes.length - (isRaised ? 1 : 0)];
}

function isTag(node: RootContent | undefined, name: string): node is Html {
  return node?.type === 'html' && node.value.toLowerCase() === `<${name}>`;
}

function isDefinitionOf(block: RootContent, identifier: string): boolean {
  return block.type === 'definition' && block.identifier === identifier;
}
