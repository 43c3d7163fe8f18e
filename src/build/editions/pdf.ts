import { textLosses } from '../../prove/text/text-losses.ts';
import type { EditionKind } from './edition.ts';

/** The PDF for screens: tagged, linked, with bookmarks. */
export const pdf = {
  name: 'pdf',
  title: 'PDF for screens',
  kind: 'pdf',
  product: 'pdf',
  asks: () => ({ screen: true }),
  suffix: '.pdf',
  make: async ({ print }) => (await print)?.screen,
  prove: async ({ bytes }, { print, notes, text, composed: { missing } }) => {
    const [{ checkNotesInPdf }, { provePdfText }] = await Promise.all([
      import('../../prove/notes/pdf-notes.ts'),
      import('../../prove/text/pdf-text.ts'),
    ]);
    const anchors = (await print)?.pageMap.anchors ?? new Map<string, number>();
    const { count, losses } = provePdfText(bytes, 'pdf', text(), { anchors, missing });
    return {
      notes: checkNotesInPdf(bytes, notes, { missing, losses }),
      text: { count, messages: textLosses('PDF', losses) },
    };
  },
} as const satisfies EditionKind;
