import { letters } from './letters.ts';
import { beginning, lossOf, type Loss } from '../text/loss.ts';
import type { Passage } from '../text/passages.ts';

/**
 * What an EPUB lost or added of a note's text, first of all; undefined where it has all of it. The
 * passages must follow each other without anything between them, but for what is opaque.
 *
 * @param passages the text as written
 * @param text the text found, markup gone
 */
export function compareText(passages: ReadonlyArray<Passage>, text: string): Loss | undefined {
  const found = letters(text);
  let from = 0;
  let loose = false;
  for (const passage of passages) {
    if (passage.kind === 'opaque') {
      loose = true;
      continue;
    }
    const wanted = letters(passage.text);
    const at = loose ? found.indexOf(wanted, from) : found.startsWith(wanted, from) ? from : -1;
    if (at === -1) return lossOf(passage, loose ? 0 : commonStart(wanted, found, from), letters);
    from = at + wanted.length;
    if (wanted !== '') loose = false;
  }
  if (loose || from === found.length) return undefined;
  return { kind: 'added', excerpt: beginning(found.slice(from)) };
}

function commonStart(wanted: string, found: string, from: number): number {
  let length = 0;
  while (length < wanted.length && wanted[length] === found[from + length]) length++;
  return length;
}
