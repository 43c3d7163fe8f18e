import type { Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Draft } from '../draft.ts';
import { scanProse } from '../scan-prose.ts';
import { codeKinds, infoOf, isCodeLeftOpen, isLeftOpen, openCode, openFence } from './unread-code.ts';
import { unreadKinds } from './unread-kinds.ts';

/**
 * Notes in the draft what still looks like somebody's markup once everything that is ours has been
 * read: it would be printed as typed. Use while texts are as typed, before their punctuation becomes
 * typographic.
 *
 * @param read `citations`: whether they are, so that those left have been told of
 */
export function remarkUnreadMarkup(read: { readonly citations: boolean }) {
  const kinds = read.citations ? unreadKinds.filter(({ kind }) => kind !== 'citation') : unreadKinds;
  return (tree: Root, file: VFile): void => {
    const draft = file.data.draft;
    if (!draft) return;
    scanProse(tree, file, kinds, ({ kind }, match, point) => note(draft, kind, match[0], point));
    visit(tree, (node) => {
      if (!verbatimOrBlock.has(node.type) || !node.position) return;
      const { start, end } = node.position;
      const source = String(file).slice(start.offset, end.offset);
      if (node.type !== 'code' && node.type !== 'inlineMath') {
        if (isLeftOpen(source)) note(draft, openFence.kind, source.split('\n', 1)[0] ?? '', start);
        return;
      }
      if (node.type === 'code' && isCodeLeftOpen(source)) {
        note(draft, openCode.kind, source.split('\n', 1)[0] ?? '', start);
        return;
      }
      const info = infoOf(source);
      for (const { kind, isOne } of codeKinds) {
        const found = isOne(node, info);
        if (found === undefined) continue;
        note(draft, kind, found, start);
        break;
      }
    });
  };
}

/** What is printed as it stands, and what may stand between colons. */
const verbatimOrBlock = new Set(['code', 'inlineMath', 'containerDirective', 'figure', 'captionedTable']);

function note(draft: Draft, kind: string, written: string, point: Point): void {
  const places = draft.unread.get(kind) ?? [];
  places.push({ written: written.trim(), point });
  draft.unread.set(kind, places);
}
