import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pointAfter } from '../../book/messages/point-in.ts';
import { report } from '../../book/messages/messages.ts';
import { identifierOf, inlinePattern, markPattern } from './note-label.ts';

/**
 * Reports marks of notes in places that cannot hold one: the text of a link, the description
 * and the title of an image or link, a block of raw HTML.
 */
export function remarkMisplacedMarks() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      switch (node.type) {
        case 'link':
        case 'linkReference':
          checkLinkText(node, file);
          break;
        case 'image':
        case 'imageReference':
          checkDescription(node, file);
          break;
        case 'html':
          checkHtml(node.value, node, file);
          break;
        default:
      }
      if ('title' in node && typeof node.title === 'string') checkTitle(node.title, node, file);
    });
  };
}

function checkLinkText(link: Nodes, file: VFile): void {
  visit(link, 'footnoteReference', (mark) => {
    report(file, 'note-misplaced', 'The note mark stands inside the text of a link', mark, {
      hint: 'Put the mark behind the link: both lead somewhere, and links cannot be nested.',
    });
  });
}

function checkDescription(image: Nodes, file: VFile): void {
  const source = sourceOf(image, file);
  const close = Math.max(source.lastIndexOf(']('), source.lastIndexOf(']['), 0) || source.length;
  reportMarks(source.slice(0, close + 1), image, file, {
    // Behind the brackets' own beginning: `![^x](a.png)` is described as "^x".
    from: 2,
    reason: 'The note mark stands inside the description of an image',
    hint: 'Put the mark into the running text: the description is read aloud or searched, never printed.',
  });
}

function checkTitle(title: string, node: Nodes, file: VFile): void {
  if (!mayHoldMarks(title)) return;
  const source = sourceOf(node, file);
  // The title comes last, and no escape is shorter than what it stands for.
  const from = Math.max(0, source.length - title.length - 2 - escapes(source));
  const isImage = node.type === 'image';
  reportMarks(source, node, file, {
    from,
    reason: isImage
      ? 'The note mark stands inside the caption of an image'
      : 'The note mark stands inside a title, which is plain text',
    hint: isImage
      ? 'Put the mark into the text that speaks of the image: the caption is plain text.'
      : 'Put the mark into the running text.',
  });
}

function escapes(source: string): number {
  return source.length - source.replace(/\\(?=[!-/:-@[-`{-~])/g, '').length;
}

/** Raw HTML whose text is not for notes to find: comments, code, the tags themselves. */
const opaque =
  /<!--[\s\S]*?(?:-->|$)|<(pre|code|script|style|textarea|kbd|samp)\b[\s\S]*?(?:<\/\1\s*>|$)|<[^<>]*>/gi;

function checkHtml(value: string, node: Nodes, file: VFile): void {
  if (!mayHoldMarks(value)) return;
  const source = sourceOf(node, file).replace(opaque, (all) => all.replace(/[^\n]/g, ' '));
  reportMarks(source, node, file, {
    reason: 'The note mark stands inside raw HTML, where Markdown is not read',
    hint: 'Leave a blank line before and after the text inside the HTML element, or write it in Markdown.',
  });
}

function mayHoldMarks(text: string): boolean {
  return text.includes('[^') || text.includes('^[');
}

function reportMarks(
  source: string,
  node: Nodes,
  file: VFile,
  { from = 0, reason, hint }: { readonly from?: number; readonly reason: string; readonly hint: string },
): void {
  for (const match of [...source.matchAll(markPattern), ...source.matchAll(inlinePattern)]) {
    if (match.index < from) continue;
    if (match[1] !== undefined) file.data.draft?.misplaced.add(identifierOf(match[1]));
    const place = pointAfter(file, node.position?.start, match.index);
    report(file, 'note-misplaced', reason, place, { hint });
  }
}

function sourceOf({ position }: Nodes, file: VFile): string {
  return position ? String(file).slice(position.start.offset, position.end.offset) : '';
}
