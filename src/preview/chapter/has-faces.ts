import type { Book, Hast } from '../../book/book.ts';
import type { Font } from '../../book/theme.ts';
import { charactersByUse, type Setting } from '../../emit/characters-by-use.ts';
import { covering } from '../../emit/cut-faces.ts';

/** Characters that need no glyph. */
const invisible = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Control}]/u;

/** Uses whose faces stand behind those of any text. */
const behind: ReadonlySet<Font['use']> = new Set(['script', 'math', 'fallback', 'emoji']);

/**
 * Whether the faces of the last print have all that a book is set with now: they were cut down to what it had then, and to
 * what may be typed next.
 *
 * @param own the author's fonts, which are whole
 * @param missing what no face had then: messages tell of it
 */
export async function hasFaces(
  book: Book<Hast>,
  fonts: ReadonlyArray<Font>,
  own: ReadonlyArray<Pick<Font, 'bytes'>>,
  missing: ReadonlySet<string>,
): Promise<boolean> {
  const { open, joined } = charactersByUse(book, '', new Set());
  for (const setting of ['text', 'code', 'math'] as const) {
    const lacking = new Set([...open[setting]].filter((each) => !invisible.test(each) && !missing.has(each)));
    const faces = [...fonts.filter(({ use }) => standsFor(use, setting)), ...own];
    for (const { bytes } of faces)
      for (const character of await covering(bytes, lacking)) lacking.delete(character);
    if (lacking.size > 0) return false;
  }
  const emoji = fonts.find(({ use }) => use === 'emoji');
  return (
    joined.size === 0 || (emoji !== undefined && (await covering(emoji.bytes, joined)).length === joined.size)
  );
}

function standsFor(use: Font['use'], setting: Setting): boolean {
  return use === setting || behind.has(use);
}
