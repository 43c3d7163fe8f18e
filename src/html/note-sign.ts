import type { ElementContent } from 'hast';
import { element, text } from './element.ts';

/**
 * The text of a marked note with its sign before it, in the first paragraph or in one of its own.
 * The sign is text, since list markers of such kinds are lost on many reading systems. The content
 * given is not changed.
 *
 * @param content the text of the note
 * @param sign the sign
 */
export function withSign(content: ReadonlyArray<ElementContent>, sign: string): ElementContent[] {
  const label = element('span', { className: ['note-sign'] }, [text(sign)]);
  const at = content.findIndex(({ type }) => type === 'element');
  const first = content[at];
  if (first?.type !== 'element' || first.tagName !== 'p') {
    return [element('p', { className: ['note-opening'] }, [label]), ...content];
  }
  return content.with(at, { ...first, children: [label, text(' '), ...first.children] });
}
