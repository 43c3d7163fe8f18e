import type { Paragraph, Root, RootContent } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { replaceIn } from '../../book/long-lists.ts';
import { isPageBreak } from '../directives/page-break-line.ts';

/** LaTeX, Quarto, Markua. */
const typed =
  /^(?:\\(?:newpage|pagebreak|clearpage|cleardoublepage)(?:\{\})?|\{\{<\s*pagebreak\s*>\}\}|\{pagebreak\})$/;

/** What editors have put in place of a break, having no sign for it. */
const drawn =
  /^<div\s+(?:class\s*=\s*["']page-?break["']|style\s*=\s*["']\s*(?:page-)?break-(?:before|after)\s*:\s*(?:always|page)\s*;?\s*["'])\s*(?:\/>|>\s*<\/div>)$/i;

/**
 * Makes one directive, `::page-break`, of all ways to ask for a new page: `\newpage` and its like alone
 * in a paragraph, `:::pagebreak`, `::newpage`. Those at the beginning or the end of a section and those
 * behind another are taken out, since they would leave a page empty. Use before the directives get their
 * elements.
 */
export function remarkPageBreaks() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node, index, parent): VisitorResult => {
      if (parent === undefined || index === undefined || node.type === 'root') return undefined;
      if (!asksForPage(node, file)) return undefined;
      const content = node.type === 'containerDirective' ? node.children : [];
      const position = node.position && { position: node.position };
      const pageBreak: LeafDirective = {
        type: 'leafDirective',
        name: 'page-break',
        children: [],
        ...position,
      };
      const behind: RootContent | undefined = parent.children[index + 1];
      // The fence that closes it holds nothing.
      const closed = node.type === 'leafDirective' && behind !== undefined && isFence(behind, file);
      replaceIn<RootContent>(parent.children, index, closed ? 2 : 1, [pageBreak, ...content]);
      return [SKIP, index + 1];
    });
    tree.children = withoutIdle(tree.children);
  };
}

function asksForPage(node: RootContent, file: VFile): boolean {
  if (node.type === 'paragraph') return typed.test(sourceOf(node, file));
  if (node.type === 'html') return drawn.test(node.value.trim());
  return (node.type === 'leafDirective' || node.type === 'containerDirective') && isPageBreak(node.name);
}

function sourceOf(paragraph: Paragraph, file: VFile): string {
  const [only] = paragraph.children;
  if (only?.type !== 'text' || paragraph.children.length > 1) return '';
  return String(file).slice(paragraph.position?.start.offset, paragraph.position?.end.offset).trim();
}

function isFence(node: RootContent, file: VFile): boolean {
  return node.type === 'paragraph' && /^:{3,}$/.test(sourceOf(node, file));
}

function isBreak(node: RootContent): boolean {
  return node.type === 'leafDirective' && node.name === 'page-break';
}

/** The blocks without the breaks that part nothing. */
function withoutIdle(blocks: readonly RootContent[]): RootContent[] {
  const kept = new Set<RootContent>();
  let last: RootContent | undefined;
  for (const block of blocks) {
    if (isBreak(block) && (last === undefined || isBreak(last))) continue;
    kept.add(block);
    if (isPrinted(block)) last = block;
  }
  if (last !== undefined && isBreak(last)) kept.delete(last);
  return [...kept];
}

function isPrinted(node: RootContent): boolean {
  if (node.type === 'html') return !/^<!--(?:(?!-->)[\s\S])*-->$/.test(node.value.trim());
  return node.type !== 'footnoteDefinition' && node.type !== 'definition' && node.type !== 'yaml';
}
