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
  prove: async ({ bytes }, { notes, composed }) => {
    const { checkNotesInPdf } = await import('../../prove/notes/pdf-notes.ts');
    const { count, messages } = await checkNotesInPdf(bytes, notes, { missing: composed.missing });
    return { notes: count, losses: messages };
  },
} as const satisfies EditionKind;
