import { checkNotesInEpub } from '../../prove/notes/epub-notes.ts';
import { proveEpubText } from '../../prove/text/epub-text.ts';
import { textLosses } from '../../prove/text/text-losses.ts';
import type { PrintedPages } from '../../book/page-map.ts';
import { checkPagesInEpub, type ProvedPages } from '../../prove/pages/epub-pages.ts';
import { hasPagesAlone } from '../../prove/pages/pages-alone.ts';
import type { Conservation, Expected } from './conservation.ts';

/** The texts of an EPUB, made before its printed pages were known, and what was found in them. */
export interface ProvedDraft {
  readonly epub: Uint8Array;
  readonly found: Conservation;
}

/**
 * What the finished EPUB has of the notes and of the text, and of the printed pages.
 *
 * @param path its name
 * @param printed the printed pages it is to have
 * @param draft what was proved before: if the EPUB has nothing but its pages besides, that holds for it too
 */
export async function proveEpub(
  epub: Uint8Array,
  expected: Expected,
  path: string,
  printed: Pick<PrintedPages, 'pages' | 'starts'> | undefined,
  draft?: ProvedDraft,
): Promise<Conservation & { readonly pages: ProvedPages | undefined }> {
  const isProved = draft !== undefined && (await hasPagesAlone(epub, draft.epub));
  return {
    ...(isProved ? draft.found : await conservationIn(epub, expected)),
    pages: printed && (await checkPagesInEpub(epub, path, printed)),
  };
}

/** What an EPUB has of the notes and of the text. */
export async function conservationIn(epub: Uint8Array, { notes, text }: Expected): Promise<Conservation> {
  const { count, losses } = await proveEpubText(epub, text);
  return {
    notes: await checkNotesInEpub(epub, notes),
    text: { count, messages: textLosses('EPUB', losses) },
  };
}
