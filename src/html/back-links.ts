import type { Element, ElementContent } from 'hast';
import { fill, type Labels } from '../book/labels.ts';
import type { NoteItem } from '../book/nodes.ts';
import { element, text } from './element.ts';

/** An arrow, in text style: without the selector some readers draw an emoji. */
const arrow = '\u21a9\ufe0e';
const noBreakSpace = '\u00a0';

/**
 * The text of a note with its back links behind it, one for every mark that cites it.
 *
 * @param content the text of the note
 * @param item its number and citations
 * @param labels the wording of the links' accessible names
 */
export function withBackLinks(content: ElementContent[], item: NoteItem, labels: Labels): ElementContent[] {
  const links = item.citations.flatMap((anchor, index) => [
    text(noBreakSpace),
    backLink(anchor, nameOf(item, index, labels)),
  ]);
  if (links.length === 0) return content;
  const last = content.findLast((node): node is Element => node.type === 'element');
  if (last?.tagName === 'p') {
    last.children.push(...links);
    return content;
  }
  return [...content, element('p', {}, links.slice(1))];
}

function backLink(anchor: string, ariaLabel: string): Element {
  return element(
    'a',
    { className: ['backlink'], href: `#${anchor}`, 'epub:type': 'backlink', role: 'doc-backlink', ariaLabel },
    [text(arrow)],
  );
}

function nameOf({ number, citations }: NoteItem, index: number, labels: Labels): string {
  return citations.length === 1
    ? fill(labels.backlink, { number })
    : fill(labels.backlinkNth, { number, index: index + 1 });
}
