import type { Html, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../../book/messages/messages.ts';

/**
 * Elements through which no end tag reaches (HTML, "has an element in scope"), besides those that
 * `remarkUnclosedHtml` knows: around one that is open, no paragraph ends.
 */
const scopes = /^<(\/?)(applet|button|marquee|object)(?=[\s/>])/i;

/**
 * Reports elements that are not closed in the paragraph, heading or cell they begin in, where the blocks that follow
 * would become part of it.
 */
export function remarkUnclosedScopes() {
  return (tree: Root, file: VFile): void => {
    visit(tree, ['paragraph', 'heading', 'tableCell'], (block) => {
      const open: Array<{ readonly name: string; readonly node: Html }> = [];
      visit(block, 'html', (node) => {
        const [, slash, name = ''] = scopes.exec(node.value) ?? [];
        if (slash === '') open.push({ name: name.toLowerCase(), node });
        else if (slash === '/') close(open, name.toLowerCase());
      });
      for (const { name, node } of open) {
        report(file, 'html-unclosed', `The element <${name}> is not closed in its paragraph`, node, {
          hint: `Close it with </${name}>, or take it out: what follows would stand inside the paragraph.`,
        });
      }
      return SKIP;
    });
  };
}

function close(open: Array<{ readonly name: string }>, name: string): void {
  const last = open.findLastIndex((each) => each.name === name);
  if (last !== -1) open.splice(last, 1);
}
