import { checkNotesInEpub } from '../../prove/notes/epub-notes.ts';
import { proveEpubText } from '../../prove/text/epub-text.ts';
import { textLosses } from '../../prove/text/text-losses.ts';
import type { Conservation, Expected } from './conservation.ts';

/** What the finished EPUB has of the notes and of the text. */
export async function proveEpub(epub: Uint8Array, { notes, text }: Expected): Promise<Conservation> {
  const { count, losses } = await proveEpubText(epub, text);
  return {
    notes: await checkNotesInEpub(epub, notes),
    text: { count, messages: textLosses('EPUB', losses) },
  };
}
