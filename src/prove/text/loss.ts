import type { WrittenPassage } from './passages.ts';

/** Where a text and what was found of it part. */
export type Loss =
  | { readonly kind: 'missing' | 'added'; readonly excerpt: string }
  | { readonly kind: 'broken'; readonly after: string };

type Written = Pick<WrittenPassage, 'text'>;

/**
 * How a passage was lost.
 *
 * @param passage the passage as written
 * @param found how many of its letters were found from its beginning
 * @param lettersOf the letters of a text
 */
export function lossOf(passage: Written, found: number, lettersOf: (text: string) => string): Loss {
  if (found < 3) return { kind: 'missing', excerpt: beginning(passage.text) };
  let end = 0;
  let count = 0;
  for (const character of passage.text) {
    count += lettersOf(character).length;
    if (count > found) break;
    end += character.length;
  }
  return { kind: 'broken', after: ending(passage.text.slice(0, end)) };
}

/** The first words of a text, for a message. */
export function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= 40) return line;
  const cut = characters.slice(0, 40).join('');
  return `${cut.replace(/\s+\S*$/, '')} …`;
}

function ending(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= 40) return line;
  const cut = characters.slice(-40).join('');
  return `… ${cut.replace(/^\S*\s+/, '')}`;
}
