import type { Metadata } from '../../book/metadata.ts';

/**
 * A note on subjects whose code alone is shown; undefined where each has words.
 *
 * @param metadata of the book
 */
export function wordlessSubjects({ subjects }: Pick<Metadata, 'subjects'>): string | undefined {
  const codes = subjects.flatMap(({ text, code }) =>
    text === undefined && code !== undefined ? [code] : [],
  );
  if (codes.length === 0) return undefined;
  return `Reading systems show these subjects as codes: ${codes.join(', ')}. Their words are those that you give in book.yaml: text: …`;
}
