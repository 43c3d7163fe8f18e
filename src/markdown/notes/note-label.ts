import type { NoteSeries } from '../../book/book.ts';
import type { FrontMatter } from '../../book/manuscript.ts';

/** A note mark as the author types it; `\[^x]` is meant as text. The label has no blanks. */
export const markPattern = /(?<!\\)\[\^([^\]\s[\0]+)\]/g;

/** A note in place as the author types it; without two words it may be a regular expression. */
export const inlinePattern = /(?<!\\)\^\[[^\]\n\0]*\p{L}\s[^\]\n\0]*\]/gu;

/** What makes two labels the same: they match without regard to case, as in GFM. */
export function identifierOf(label: string): string {
  return label.toLowerCase().toUpperCase().toLowerCase();
}

/** The identifier of a bracketed number, which shares no number with `[^1]`. */
export function bracketedIdentifier(number: string): string {
  return `[${Number(number)}]`;
}

/** Whether an identifier is that of a bracketed number. */
export function isBracketed(identifier: string): boolean {
  return identifier.startsWith('[');
}

/** The identifier of a note in place, which no label and no note of another file can have. */
export function inlineIdentifier(section: string, count: number): string {
  return `^[${section} ${count}]`;
}

/** A mark as the author writes it: `[^label]`, `[1]` for a bracketed number, or `^[…]` for a note in place. */
export function markOf(identifier: string, label: string): string {
  if (identifier.startsWith('^[')) return '^[…]';
  return isBracketed(identifier) ? identifier : `[^${label}]`;
}

/**
 * The series a note belongs to: the marked one where its label begins with a star or where
 * front matter says so.
 *
 * @param label the author's label
 * @param marked the key `markedNotes` of the file that defines the note
 */
export function seriesOf(label: string, marked: FrontMatter['markedNotes']): NoteSeries {
  if (label.startsWith('*') || marked === 'all') return 'marked';
  const own = identifierOf(label);
  return marked?.some((name) => identifierOf(withoutStar(name)) === own) ? 'marked' : 'numbered';
}

/** A label as `markedNotes` may name it, without the star. */
export function withoutStar(label: string): string {
  return label.replace(/^\*/, '');
}
