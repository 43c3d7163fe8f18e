import type { Html, Nodes, Parents, Root } from 'mdast';
import { EXIT, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pointAfter } from '../../book/messages/point-in.ts';
import { report } from '../../book/messages/messages.ts';
import { HtmlScanner, type Open } from './html-scanner.ts';

/** Something open, and where it was opened. */
interface Opening extends Open {
  readonly node: Html;
  readonly parent: Parents | undefined;
  /** Behind the beginning of the node, in code units. */
  readonly from: number;
  /** Whether Markdown stands behind it that it takes out of the book. */
  takesText: boolean;
}

/**
 * Reports what raw HTML opens and takes Markdown out of the book with: comments, instructions, tags
 * and elements such as `<style>` or `<template>` that are never closed, or only some blocks later.
 * CommonMark itself reads some of them to the end of the file.
 */
export function remarkUnclosedHtml() {
  return (tree: Root, file: VFile): void => {
    const scanner = new HtmlScanner();
    let length = 0;
    let opening: Opening | undefined;
    visit(tree, (node, _index, parent) => {
      if (node.type !== 'html') {
        if (opening !== undefined && isText(node)) opening.takesText = true;
        return undefined;
      }
      const open = scanner.read(node.value);
      const start = length;
      length += node.value.length;
      if (
        opening?.takesText === true &&
        open?.offset !== opening.offset &&
        !isSameLine(opening.parent, parent)
      )
        reportOpening(opening, `is closed in line ${node.position?.start.line} only`, file);
      if (open === undefined) opening = undefined;
      else if (open.offset !== opening?.offset)
        opening = { ...open, node, parent, from: open.offset - start, takesText: false };
      const stray = open === undefined ? endlessBlock(node) : undefined;
      if (stray === undefined) return undefined;
      opening = { ...stray, node, parent, from: 0, takesText: true };
      return EXIT;
    });
    if (opening !== undefined) reportOpening(opening, 'is never closed', file);
  };
}

/** Whether a paragraph or another block of running text holds both ends: what is removed there is told of. */
function isSameLine(a: Parents | undefined, b: Parents | undefined): boolean {
  return a === b && a !== undefined && ['paragraph', 'heading', 'tableCell'].includes(a.type);
}

function isText(node: Nodes): boolean {
  return 'value' in node ? node.value.trim() !== '' : node.type === 'image';
}

const blocks = [
  { beginning: /^<(pre)(?=[\s>])/i, end: /<\/(?:pre|script|style|textarea)>/i },
  { beginning: /^<(!--)/, end: /-->/ },
  { beginning: /^<(\?)/, end: /\?>/ },
  { beginning: /^<(!)\[CDATA\[/, end: /\]\]>/ },
];

/**
 * What makes CommonMark read a whole rest of Markdown as HTML (4.6, HTML blocks), though for browsers
 * it is closed, or hides nothing.
 */
function endlessBlock({ value }: Html): Open | undefined {
  for (const { beginning, end } of blocks) {
    const name = beginning.exec(value)?.[1]?.toLowerCase();
    if (name !== undefined)
      return !end.test(value) && /\n[ \t]*\n/.test(value) ? { name, offset: 0 } : undefined;
  }
  return undefined;
}

function reportOpening({ name, node, from }: Opening, fault: string, file: VFile): void {
  const { what, end } = kinds.get(name) ?? { what: `The element <${name}>`, end: `</${name}>` };
  const loss = fault === 'is never closed' ? 'what follows' : 'the text between';
  report(
    file,
    'html-unclosed',
    `${what} ${fault}, and ${loss} would be lost`,
    pointAfter(file, node.position?.start, from),
    {
      hint:
        name === 'plaintext'
          ? 'Take it out: nothing can close it; write \\< if the sign itself is meant.'
          : `Close it with ${end}, or take it out; write \\< if the sign itself is meant.`,
    },
  );
}

const kinds: ReadonlyMap<string, { readonly what: string; readonly end: string }> = new Map([
  ['!--', { what: 'The comment', end: '-->' }],
  ['?', { what: 'The instruction', end: '?>' }],
  ['!', { what: 'The declaration', end: '>' }],
  ['<', { what: 'The tag', end: '>' }],
]);
