import type { Root } from 'mdast';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { noteDropped } from '../unread/note-place.ts';

/** What puts a table of contents in its place elsewhere: Markdown-it, GitLab, Azure, LaTeX. */
const sign = /^(?:@?\[toc\]|\[\[_?toc_?\]\]|\\tableofcontents(?:\{\})?)$/i;

/** Drops `[TOC]` and its like where they stand alone in a paragraph, and tells of them: every book has contents. */
export function remarkDropContents() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'paragraph', (node, index, parent): VisitorResult => {
      const { start, end } = node.position ?? {};
      const source = String(file).slice(start?.offset, end?.offset).trim();
      if (parent === undefined || index === undefined || !sign.test(source)) return undefined;
      // Where the brackets are defined as a link they are one.
      if (node.children.some(({ type }) => type === 'link')) return undefined;
      noteDropped(file, 'contents', source, start);
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
  };
}
