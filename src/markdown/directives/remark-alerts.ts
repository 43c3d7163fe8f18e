import type { Blockquote, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pointIn } from '../../book/messages/point-in.ts';
import type { Draft } from '../draft.ts';
import { extentOf, joinLines, linesOf } from '../paragraph-lines.ts';
import { boxKindOf, type BoxKind } from './box-kinds.ts';
import { titleLine, usualTitle } from './box-title.ts';

/** `[!NOTE]` of GitHub; `[!note]- Title` of Obsidian, which folds. */
const sign = /^\[!([A-Za-z][\w-]*)(?:\|[^\]\n]*)?\](?:[+-](?=\s|$))?[ \t]*/;

/**
 * Makes boxes of the alerts of GitHub and the callouts of Obsidian, quotations that begin with
 * `[!NOTE]`: what stands behind it on the same line is the title, else a word in the language of the
 * book. A kind without a box of ours becomes a note if it has a title. Use before the directives get
 * their elements.
 */
export function remarkAlerts() {
  return (tree: Root, file: VFile): void => {
    const draft = file.data.draft;
    if (!draft || !String(file).includes('[!')) return;
    visit(tree, 'blockquote', (node, index, parent): VisitorResult => {
      const alert = alertOf(node, draft, file);
      if (alert === undefined || parent === undefined || index === undefined) return undefined;
      (parent.children as RootContent[])[index] = alert;
      // On into the box, which may hold further ones.
      return [SKIP, index];
    });
  };
}

function alertOf(quotation: Blockquote, draft: Draft, file: VFile): ContainerDirective | undefined {
  const [first, ...rest] = quotation.children;
  if (first?.type !== 'paragraph') return undefined;
  const [head] = first.children;
  const [written, name = ''] = (head?.type === 'text' && sign.exec(head.value)) || [];
  if (written === undefined || !isTyped(first, file)) return undefined;
  const [titled = [], ...lines] = linesOf(first, file);
  const title = withoutSign(titled, written.length, file);
  const kind = boxKindOf(name) ?? (title.length > 0 ? 'note' : undefined);
  if (kind === undefined) return undefined;
  const text = lines.length === 0 ? [] : [textOf(lines)];
  return boxOf(kind, titleOf(kind, title, first, draft), [...text, ...rest], quotation);
}

/** Whether the bracket stands there as such: behind a backslash it is meant as it is. */
function isTyped({ position }: Paragraph, file: VFile): boolean {
  return String(file)[position?.start.offset ?? -1] === '[';
}

function withoutSign(line: readonly PhrasingContent[], length: number, file: VFile): PhrasingContent[] {
  const [first, ...rest] = line;
  if (first?.type !== 'text') return [...line];
  const value = first.value.slice(length);
  if (value === '') return rest;
  const { start, end } = first.position ?? {};
  const position =
    start?.offset === undefined || !end
      ? first.position
      : { start: pointIn(file, start.offset + length), end };
  return [{ ...first, value, ...(position && { position }) }, ...rest];
}

function titleOf(kind: BoxKind, title: PhrasingContent[], { position }: Paragraph, draft: Draft): Paragraph {
  return title.length > 0
    ? titleLine(title, extentOf(title) ?? position)
    : usualTitle(kind, draft, position?.start);
}

function textOf(lines: ReadonlyArray<readonly PhrasingContent[]>): Paragraph {
  const children = joinLines(lines);
  const position = extentOf(children);
  return { type: 'paragraph', children, ...(position && { position }) };
}

function boxOf(
  name: BoxKind,
  title: Paragraph,
  content: Blockquote['children'],
  { position }: Blockquote,
): ContainerDirective {
  return {
    type: 'containerDirective',
    name,
    attributes: {},
    children: [title, ...content],
    ...(position && { position }),
  };
}
