import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { greatest } from '../../book/long-lists.ts';
import { readNoteBlock, type NoteBlock } from './bracketed-blocks.ts';

/** The notes in brackets at the end of a file. */
export interface BracketedRun {
  /** By index into the children of the tree: the blocks that hold notes, and the `[hr]` above. */
  readonly blocks: ReadonlyMap<number, NoteBlock>;
  /** Indexes of the rule and the heading that nothing would follow once the notes are gone. */
  readonly emptied: ReadonlySet<number>;
}

/** Paragraphs without a number that may stand between two notes. */
const longestGap = 2;

/**
 * Finds the notes in brackets at the end of a file. Text may follow them, and stand between
 * them if the numbers go on rising after it.
 *
 * @param tree the file as parsed, references to links not yet resolved
 * @param file the source
 */
export function findBracketedRun(tree: Root, file: VFile): BracketedRun | undefined {
  const { children } = tree;
  if (!/\[\d/.test(String(file))) return undefined;
  const linked = linkedDefinitions(tree);
  const read = (index: number): NoteBlock | undefined => {
    const block = children[index];
    if (!block || (block.type === 'definition' && linked.has(block.identifier))) return undefined;
    return readNoteBlock(block, file);
  };
  const blocks = new Map<number, NoteBlock>();
  let first = children.length;
  let gap = 0;
  let interrupted = false;
  for (let index = children.length - 1; index >= 0; index--) {
    const block = children[index];
    const found = read(index);
    if (found && found.numbers.length > 0) {
      if (gap > 0 && !rises(found, blocks.get(first))) break;
      interrupted ||= gap > 0;
      gap = 0;
      first = index;
      blocks.set(index, found);
      // Above a rule the text has begun.
      if (found.ruled) break;
    } else if (blocks.size > 0 && block && !isInvisible(block)) {
      gap++;
      if (gap > longestGap || found?.ruled || !isText(block)) break;
    }
  }
  if (blocks.size === 0) return undefined;
  const emptied = findEmptied(children, first, greatest(blocks.keys()), interrupted);
  for (let index = first - 1; index >= 0; index--) {
    const found = read(index);
    if (found?.ruled && found.numbers.length === 0) blocks.set(index, found);
    else if (!emptied.has(index)) break;
  }
  return { blocks, emptied };
}

function rises(before: NoteBlock, after: NoteBlock | undefined): boolean {
  return Number(before.numbers.at(-1)) < Number(after?.numbers[0]);
}

/** The thematic break and the heading directly above the notes, where nothing else stands below them. */
function findEmptied(
  children: readonly RootContent[],
  first: number,
  last: number,
  interrupted: boolean,
): Set<number> {
  const emptied = new Set<number>();
  const next = children.slice(last + 1).find((block) => !isInvisible(block));
  if (interrupted || (next && next.type !== 'heading')) return emptied;
  const top = children.findIndex((block) => !isInvisible(block));
  for (let index = first - 1; index > top; index--) {
    const block = children[index];
    // A heading with a mark says more than that notes follow.
    if (block?.type === 'heading' && hasMark(block)) break;
    if (block?.type === 'heading' && (!next || (next.type === 'heading' && next.depth <= block.depth))) {
      emptied.add(index);
      break;
    }
    if (block?.type === 'thematicBreak' && !next) emptied.add(index);
    else if (block && !isInvisible(block) && !isRule(block)) break;
  }
  return emptied;
}

function hasMark(heading: RootContent): boolean {
  let found = false;
  visit(heading, (node) => {
    found ||= node.type === 'footnoteReference' || (node.type === 'text' && /\[\d{1,3}\]/.test(node.value));
  });
  return found;
}

function isRule(block: RootContent): boolean {
  const [only] = block.type === 'paragraph' ? block.children : [];
  return only?.type === 'text' && /^\s*\[hr\]\s*$/i.test(only.value);
}

/** Blocks that print nothing where they stand. */
function isInvisible(block: RootContent): boolean {
  return (
    block.type === 'footnoteDefinition' ||
    block.type === 'definition' ||
    (block.type === 'html' && /^<!--[\s\S]*-->$/.test(block.value.trim()))
  );
}

function isText({ type }: RootContent): boolean {
  return type !== 'heading' && type !== 'thematicBreak';
}

/** The numbers that links of the author's own, `[text][1]`, refer to. */
function linkedDefinitions(tree: Root): Set<string> {
  const linked = new Set<string>();
  visit(tree, (node) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    if (node.referenceType === 'full' || node.type === 'imageReference') linked.add(node.identifier);
  });
  return linked;
}
