import { VFile } from 'vfile';
import { messagesOf } from '../../../../src/book/messages/messages.ts';
import type { FrontMatter } from '../../../../src/book/manuscript.ts';
import { BookNotes } from '../../../../src/read/sources/book-notes.ts';
import type { Dialect, StepName } from '../../../../src/read/sources/dialects/dialect.ts';
import { begin, finish } from '../../../../src/read/sources/dialects/translate.ts';

export interface Translated {
  readonly text: string;
  readonly file: VFile;
  readonly frontMatter: FrontMatter;
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
  const notes = new BookNotes(root, 1 << 20, dialect.files);
  const begun = await begin(file, dialect, notes, { language: 'en' });
  await finish(begun, dialect, notes);
  notes.report();
  const messages = messagesOf(notes.files).map(({ line, reason }) => `${line} ${reason}`);
  return { text: String(file), file, frontMatter: begun.frontMatter, messages };
}

/** A text after some steps, without empty lines at its ends and in a row. */
export async function stepped(text: string, ...steps: StepName[]): Promise<string> {
  const made = await translated(text, { steps: new Set(steps) });
  return made.text.replace(/\n{3,}/g, '\n\n').trim();
}
