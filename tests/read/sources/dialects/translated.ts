import { VFile } from 'vfile';
import { BookNotes } from '../../../../src/read/sources/book-notes.ts';
import type { Dialect } from '../../../../src/read/sources/dialects/dialect.ts';
import { translate, type Translation } from '../../../../src/read/sources/dialects/translate.ts';
import { messagesOf } from '../../../../src/book/messages/messages.ts';

export interface Translated extends Translation {
  readonly text: string;
  readonly file: VFile;
  readonly messages: string[];
}

/** A text in our Markdown, and what is said of it, as `line reason`. */
export async function translated(
  text: string,
  dialect: Dialect,
  options: { readonly root?: string; readonly path?: string } = {},
): Promise<Translated> {
  const { root = '/nowhere', path = 'one.md' } = options;
  const file = new VFile({ path, value: text });
  const notes = new BookNotes(root, 1 << 20);
  const translation = await translate(file, dialect, notes, { language: 'en' });
  notes.report();
  const messages = messagesOf(notes.files).map(({ line, reason }) => `${line} ${reason}`);
  return { ...translation, text: String(file), file, messages };
}
