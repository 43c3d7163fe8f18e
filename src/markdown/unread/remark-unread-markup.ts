import type { Code, Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Draft } from '../draft.ts';
import { scanProse } from '../scan-prose.ts';
import { codeKinds, proseInCode } from './unread-code.ts';
import { unreadKinds } from './unread-kinds.ts';

/**
 * Notes in the draft what still looks like somebody's markup once everything that is ours has been
 * read: it would be printed as typed. Use while texts are as typed, before their punctuation becomes
 * typographic.
 */
export function remarkUnreadMarkup() {
  return (tree: Root, file: VFile): void => {
    const draft = file.data.draft;
    if (!draft) return;
    scanProse(tree, file, unreadKinds, ({ kind }, match, point) => note(draft, kind, match[0], point));
    visit(tree, 'code', (node) => noteCode(draft, node, file));
  };
}

function noteCode(draft: Draft, node: Code, file: VFile): void {
  const start = node.position?.start;
  if (!start) return;
  const source = String(file).slice(start.offset, node.position?.end.offset);
  for (const { kind, isOne } of codeKinds) {
    const found = isOne(node, source);
    if (found !== undefined) note(draft, kind, found, start);
  }
  const prose = proseInCode(node, source);
  if (prose !== undefined) note(draft, 'indented-prose', prose, start);
}

function note(draft: Draft, kind: string, written: string, point: Point): void {
  const places = draft.unread.get(kind) ?? [];
  places.push({ written: written.trim(), point });
  draft.unread.set(kind, places);
}
