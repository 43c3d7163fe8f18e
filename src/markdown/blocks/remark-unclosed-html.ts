import type { Html, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pointAfter } from '../../book/messages/point-in.ts';
import { report } from '../../book/messages/messages.ts';

/** Elements that hide what stands in them, or read it as something else than text. */
const swallowing =
  'iframe noembed noframes noscript plaintext script select style template textarea title xmp';

const beginning = new RegExp(`<(?:!--(?!-?>)|(${swallowing.split(' ').join('|')})(?=[\\s/>]|$))`, 'gi');

/** The name of a comment. */
const comment = '!--';

/** An element or comment that is open. */
interface Open {
  readonly name: string;
  readonly node: Html;
  /** Behind the beginning of the node, in code units. */
  readonly offset: number;
}

/**
 * Reports comments and elements of raw HTML that are never closed where they take what follows out of
 * the book: a comment, `<style>`, `<template>`, `<textarea>`. CommonMark itself reads some of them to
 * the end of the file.
 */
export function remarkUnclosedHtml() {
  return (tree: Root, file: VFile): void => {
    let open: Open | undefined;
    visit(tree, 'html', (node) => {
      open = openBehind(node, open);
    });
    if (open === undefined) return;
    const what = open.name === comment ? 'The comment' : `The element <${open.name}>`;
    const end = open.name === comment ? '-->' : `</${open.name}>`;
    report(
      file,
      'html-unclosed',
      `${what} is never closed, and what follows would be lost`,
      pointAfter(file, open.node.position?.start, open.offset),
      { hint: `Close it with ${end}, or take it out; write \\< if the sign itself is meant.` },
    );
  };
}

/** What is open behind a node; within a comment or such an element everything but its own end is text. */
function openBehind(node: Html, before: Open | undefined): Open | undefined {
  let open = before;
  let at = 0;
  for (;;) {
    const sought = open === undefined ? beginning : endOf(open.name);
    sought.lastIndex = at;
    const match = sought.exec(node.value);
    if (match === null) return open;
    at = match.index + match[0].length;
    open =
      open === undefined
        ? { name: match[1]?.toLowerCase() ?? comment, node, offset: match.index }
        : undefined;
  }
}

function endOf(name: string): RegExp {
  return name === comment ? /-->/g : new RegExp(`</${name}(?=[\\s/>]|$)`, 'gi');
}
