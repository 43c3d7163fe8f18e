import { checkNotesInEpub } from '../../prove/notes/epub-notes.ts';
import { proveEpubText } from '../../prove/text/epub-text.ts';
import { textLosses } from '../../prove/text/text-losses.ts';
import type { PrintedPages } from '../../book/page-map.ts';
import { checkPagesInEpub, type ProvedPages } from '../../prove/pages/epub-pages.ts';
import type { Conservation, Expected } from './conservation.ts';

/**
 * What the finished EPUB has of the notes and of the text, and of the printed pages.
 *
 * @param path its name
 * @param printed the printed pages it is to have
 */
export async function proveEpub(
  epub: Uint8Array,
  { notes, text }: Expected,
  path: string,
  printed: Pick<PrintedPages, 'pages' | 'starts'> | undefined,
): Promise<Conservation & { readonly pages: ProvedPages | undefined }> {
  const { count, losses } = await proveEpubText(epub, text);
  return {
    notes: await checkNotesInEpub(epub, notes),
    text: { count, messages: textLosses('EPUB', losses) },
    pages: printed && (await checkPagesInEpub(epub, path, printed)),
  };
}
