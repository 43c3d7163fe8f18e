import type { DeclaredPart, RightsRegister } from '../../book/rights.ts';
import type { Orthography } from '../../language/punctuation.ts';
import { markedText } from './marked-text.ts';

/**
 * What is declared of borrowed parts with the punctuation of the book, as the credits print it.
 *
 * @param rights as the author declares them
 * @param orthography how the book is written
 */
export function smartRights(rights: RightsRegister, orthography: Orthography): RightsRegister {
  const name = (text: string): string => markedText(text, orthography, 'name').plain;
  const smart = (part: DeclaredPart): DeclaredPart => ({
    ...part,
    ...(part.title !== undefined && { title: name(part.title) }),
    ...(part.creator !== undefined && { creator: name(part.creator) }),
    ...(part.holder !== undefined && { holder: name(part.holder) }),
    ...(part.credit !== undefined && { credit: name(part.credit) }),
    ...(part.permission?.note !== undefined && {
      permission: { ...part.permission, note: name(part.permission.note) },
    }),
  });
  const all = (parts: RightsRegister['images']) =>
    new Map([...parts].map(([key, part]) => [key, smart(part)]));
  return { images: all(rights.images), sources: all(rights.sources) };
}
