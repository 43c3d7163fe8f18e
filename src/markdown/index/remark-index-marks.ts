import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import type { LeafDirective, TextDirective } from 'mdast-util-directive';
import { EXIT, SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { replaceIn } from '../../book/long-lists.ts';
import { report } from '../../book/messages/messages.ts';
import type { IndexMark } from '../../book/nodes.ts';
import { orthographyOf, type Draft } from '../draft.ts';
import { asciiSlug } from '../ids.ts';
import { deepestEntry, indexMark, pathOf, termOf } from './index-mark.ts';
import { smartText } from '../typography/smart-text.ts';
import { holdWord } from './hold-word.ts';

type Directive = TextDirective | LeafDirective;

const attributeNames = ['term', 'sub', 'sort', 'see', 'also', 'range', 'main'];

/**
 * Turns `:index[words]{…}` into marks of the index. A mark without words holds the word beside
 * it, so that it stays on its page; `::index{…}` on a line of its own marks the beginning of the
 * block that follows. Marks that name no entry or say what no mark can are reported.
 */
export function remarkIndexMarks() {
  return (tree: Root, file: VFile): void => {
    const draft = file.data.draft;
    if (!draft) return;
    visit(tree, (node, index, parent): VisitorResult => {
      if (parent === undefined || index === undefined || !isMark(node)) return undefined;
      const siblings: RootContent[] = parent.children;
      const mark = markOf(node, file, draft);
      if (node.type === 'leafDirective') {
        siblings.splice(index, 1);
        if (mark) beside(mark, siblings, index);
        return [SKIP, index];
      }
      if (!mark) {
        replaceIn(siblings, index, 1, node.children);
        return [SKIP, index];
      }
      siblings[index] = mark;
      if (mark.children.length === 0) holdWord(siblings as PhrasingContent[], index);
      return SKIP;
    });
  };
}

function isMark(node: Nodes): node is Directive {
  return (node.type === 'textDirective' || node.type === 'leafDirective') && node.name === 'index';
}

function markOf(node: Directive, file: VFile, draft: Draft): IndexMark | undefined {
  const { term, sub, sort, see, also, range, main } = node.attributes ?? {};
  const orthography = orthographyOf(draft);
  const words = node.type === 'textDirective' ? node.children : [];
  const path = [
    ...(typeof term === 'string' ? pathOf(term, orthography) : [termOf(node.children)].filter(Boolean)),
    ...pathOf(sub ?? '', orthography),
  ];
  const fault = faultOf(node, path);
  if (fault) {
    report(file, 'index-mark', fault.reason, node, fault.hint === undefined ? {} : { hint: fault.hint });
    return undefined;
  }
  const id = draft.allocate(`${draft.id}--index-${asciiSlug(path.join(' ')) || 'x'}`);
  const mark = indexMark(
    id,
    {
      path,
      ...(sort && { sort: smartText(sort, orthography) }),
      ...((range === 'start' || range === 'end') && { range }),
      main: typeof main === 'string',
      ...(see && { see: smartText(see, orthography) }),
      ...(also && { also: smartText(also, orthography) }),
      found: false,
    },
    words,
  );
  return node.position ? { ...mark, position: node.position } : mark;
}

function faultOf(
  { attributes }: Directive,
  path: ReadonlyArray<string>,
): { readonly reason: string; readonly hint?: string } | undefined {
  const stray = Object.keys(attributes ?? {}).find((name) => !attributeNames.includes(name));
  if (stray !== undefined) {
    return {
      reason: `A mark of the index has no attribute "${stray}"`,
      hint: `Accepted attributes: ${attributeNames.join(', ')}; put values with blanks in quotes.`,
    };
  }
  if (path.length === 0) return { reason: 'This mark of the index names no entry' };
  if (path.length > deepestEntry) {
    return {
      reason: `"${path.join(' > ')}" is more than ${deepestEntry} levels deep`,
      hint: 'Keep to a term, a sub-entry and one more below it.',
    };
  }
  const range = attributes?.['range'];
  if (typeof range === 'string' && range !== 'start' && range !== 'end') {
    return { reason: `A range has no "${range}"`, hint: 'Write range=start or range=end.' };
  }
  return undefined;
}

/** Puts a mark that stood between blocks at the beginning of the next text, or at the end of the last. */
function beside(mark: IndexMark, blocks: RootContent[], index: number): void {
  const next = firstText(blocks[index]);
  if (next) {
    next.children.unshift(mark);
    holdWord(next.children, 0);
    return;
  }
  const last = blocks[index - 1];
  if (last?.type === 'paragraph' || last?.type === 'heading') {
    last.children.push(mark);
    holdWord(last.children, last.children.length - 1);
    return;
  }
  blocks.splice(index, 0, mark);
}

/** The first paragraph or heading in a block. */
function firstText(block: RootContent | undefined): { children: PhrasingContent[] } | undefined {
  let found: { children: PhrasingContent[] } | undefined;
  if (block === undefined) return undefined;
  visit(block, (node): VisitorResult => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return undefined;
    found = node;
    return EXIT;
  });
  return found;
}
