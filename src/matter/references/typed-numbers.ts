import type { Section } from '../../book/book.ts';
import { wordingOf } from '../../language/wording.ts';

/** `1. The Sea`, `IV: The Sea` and `3` alone. */
const beginsWithNumber = /^(?:\p{Nd}{1,4}|[IVXLCDM]{1,8})(?:[.:)–—-](?:\s|$)|\s+[–—-]\s|$)/u;

/**
 * Whether the author has numbered the sections in their titles, `Chapter 1: The Sea`, `Chapter One` or `1. The Sea`: most of them
 * begin, or end, with the word of their language for what they are, or begin with a number. A second number would then stand above.
 *
 * @param of the same kind
 */
export function areTyped(of: ReadonlyArray<Section>, kind: 'chapter' | 'part', language: string): boolean {
  const typed = of.filter(({ title, language: own }) => {
    const word = wordingOf(own ?? language)[kind].toLowerCase();
    const words = title
      .toLowerCase()
      .split(/[\s:.]+/)
      .filter(Boolean);
    return beginsWithNumber.test(title) || (words.length > 1 && (words[0] === word || words.at(-1) === word));
  });
  return typed.length > 1 && typed.length * 2 > of.length;
}
