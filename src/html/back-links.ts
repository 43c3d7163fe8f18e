import type { Element, ElementContent } from 'hast';
import { backArrow } from '../book/back-arrow.ts';
import { fill, type Labels } from '../book/labels.ts';
import type { NoteItem } from '../book/nodes.ts';
import { inDigits } from '../language/digits.ts';
import { element, text } from './element.ts';

const noBreakSpace = '\u00a0';

/**
 * The text of a note with its back links behind it, one for every mark that cites it; where there
 * are several they are numbered. They end the last paragraph, or stand in one of their own. The
 * content given is not changed.
 *
 * @param content the text of the note
 * @param item its number and citations
 * @param labels the wording of the links' accessible names
 * @param language of the numbers (BCP 47)
 */
export function withBackLinks(
  content: ReadonlyArray<ElementContent>,
  item: NoteItem,
  labels: Labels,
  language: string,
): ElementContent[] {
  const { citations } = item;
  if (citations.length === 0) return [...content];
  // Many links may fill lines: only the first is tied to the text.
  const links = citations.flatMap((anchor, index) => [
    ...(index === 0 ? [] : [text(' ')]),
    backLink(anchor, inDigits(index + 1, language), item, labels),
  ]);
  const at = content.findLastIndex(({ type }) => type === 'element');
  const last = content[at];
  if (last?.type !== 'element' || last.tagName !== 'p') {
    return [...content, element('p', { className: ['backlinks'] }, links)];
  }
  const group = element('span', { className: ['backlinks'] }, [text(noBreakSpace), ...links]);
  return content.with(at, { ...last, children: [...last.children, group] });
}

function backLink(anchor: string, index: string, { number, citations }: NoteItem, labels: Labels): Element {
  const several = citations.length > 1;
  const ariaLabel = several ? fill(labels.backlinkNth, { number, index }) : fill(labels.backlink, { number });
  return element(
    'a',
    { className: ['backlink'], href: `#${anchor}`, 'epub:type': 'backlink', role: 'doc-backlink', ariaLabel },
    [text(backArrow), ...(several ? [element('sup', {}, [text(index)])] : [])],
  );
}
