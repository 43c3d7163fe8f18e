import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isStackOverflow } from '../../book/stack-overflow.ts';
import { limits } from '../../book/limits.ts';
import { report } from '../../book/messages/messages.ts';
import { cleanAuthorHtml } from './clean-author-html.ts';
import { emptyStripped } from './empty-stripped.ts';
import { firstBeyond } from './open-elements.ts';
import { reportHtmlInDrawings } from './html-in-drawings.ts';
import { joinDrawings } from './join-drawings.ts';
import { withParagraphs } from './with-paragraphs.ts';
import type { Context } from '../context.ts';
import { stampElements } from '../stamp-elements.ts';

/** Levels of nesting a tree may have once raw HTML is parsed: those of Markdown and some more. */
const maximumDepth = limits['html-depth'].most;

/**
 * Parses the raw HTML the author wrote, together with the elements around it, and cleans it.
 * Our own elements come out as they went in: they are stamped before and recognised after.
 *
 * @param context the book around the text
 */
export function rehypeAuthorHtml(context: Context) {
  return (tree: Root, file: VFile): Root => {
    const raw = takeRaw(tree, file);
    if (!raw) return tree;
    joinDrawings(tree);
    reportHtmlInDrawings(tree, file);
    emptyStripped(tree);
    const beyond = firstBeyond(tree, maximumDepth);
    if (beyond !== undefined) return tooDeep(file, beyond);
    const restore = stampElements(tree, raw.source);
    let parsed: Root;
    try {
      parsed = rehypeRaw()(tree, file);
    } catch (error) {
      if (!isStackOverflow(error)) throw error;
      return tooDeep(file, raw.first);
    }
    const culprit = firstBelow(parsed);
    if (culprit) return tooDeep(file, culprit.position ? culprit : raw.first);
    const own = restore(parsed);
    cleanAuthorHtml(parsed, own, file, context);
    parsed.children = withParagraphs(parsed.children);
    return parsed;
  };
}

type Content = Root['children'][number];

const comments = /^(?:\s*<!--(?:(?!--)[\s\S])*-->\s*)*$/;

/** Instructions and declarations, as CommonMark reads them: browsers end them at the first `>`. */
const instruction = /^\s*<(?:\?[\s\S]*?\?>|!\[CDATA\[[\s\S]*?\]\]>|![a-z][^>]*>)/i;

/**
 * The first piece of raw HTML and the source of all of it; pieces that are comments only are removed,
 * and so are instructions, which is told of.
 */
function takeRaw(tree: Root, file: VFile): { first: Content; source: string } | undefined {
  let first: Content | undefined;
  let source = '';
  visit(tree, 'raw', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const rest = node.value.replace(instruction, '');
    if (rest !== node.value) {
      node.value = rest;
      report(file, 'html-unsafe', 'The instruction is removed', node);
    }
    if (comments.test(node.value)) {
      parent.children.splice(index, 1);
      return index;
    }
    first ??= node;
    source += node.value;
    return undefined;
  });
  return first && { first, source };
}

function tooDeep(file: VFile, where: Content): Root {
  report(file, 'too-deep', `The HTML here is nested deeper than ${maximumDepth} levels`, where, {
    hint: 'Flatten the nesting, and look for elements that are never closed.',
  });
  return { type: 'root', children: [] };
}

/** The first node below the limit, found without recursion. */
function firstBelow(tree: Root): Content | undefined {
  const stack: Array<{ node: Content; depth: number }> = [];
  const push = (nodes: readonly Content[], depth: number): void => {
    for (const node of nodes.toReversed()) stack.push({ node, depth });
  };
  push(tree.children, 1);
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    if (entry.depth > maximumDepth) return entry.node;
    if ('children' in entry.node) push(entry.node.children, entry.depth + 1);
  }
  return undefined;
}
