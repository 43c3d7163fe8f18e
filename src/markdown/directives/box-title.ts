import type { Paragraph, PhrasingContent } from 'mdast';
import type { Point, Position } from 'unist';
import type { Draft } from '../draft.ts';
import type { BoxKind } from './box-kinds.ts';

/**
 * The line over a box, or over another block with a title.
 *
 * @param children what it says
 * @param position where it stands
 */
export function titleLine(children: PhrasingContent[], position: Position | undefined): Paragraph {
  return { type: 'paragraph', data: { directiveLabel: true }, children, ...(position && { position }) };
}

/**
 * The line over a box to which the author gave no title: a word in the language of the book.
 *
 * @param kind the kind of the box
 * @param draft of the file it stands in
 * @param at where it stands
 */
export function usualTitle(kind: BoxKind, { wording, language }: Draft, at: Point | undefined): Paragraph {
  // Nothing of the source is these words.
  const position = at && { start: at, end: at };
  const word: PhrasingContent = {
    type: 'text',
    value: wording.labels.alerts[kind],
    ...(position && { position }),
  };
  if (language === wording.language) return titleLine([word], position);
  const hProperties = { lang: wording.language };
  return titleLine([{ type: 'element', data: { hName: 'span', hProperties }, children: [word] }], position);
}
