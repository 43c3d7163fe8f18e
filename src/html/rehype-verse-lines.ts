import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { classesOf, element } from './element.ts';

/**
 * Makes every line of verse a `span` of class `line`, so that a line turned over can hang; the
 * break between two lines stays for readers without styles.
 */
export function rehypeVerseLines() {
  return (tree: Root): void => {
    visit(tree, 'element', (verse) => {
      if (!classesOf(verse).includes('verse')) return;
      visit(verse, { tagName: 'p' }, (stanza) => {
        stanza.children = linesOf(stanza);
      });
    });
  };
}

function linesOf(stanza: Element): ElementContent[] {
  const content: ElementContent[] = [];
  let line: ElementContent[] = [];
  const end = (): void => {
    if (line.length > 0) content.push(element('span', { className: ['line'] }, line));
    line = [];
  };
  for (const child of stanza.children) {
    if (child.type === 'element' && child.tagName === 'br') {
      end();
      content.push(child);
    } else {
      line.push(child);
    }
  }
  end();
  return content;
}
