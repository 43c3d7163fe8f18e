import { textAreaOf } from '../../emit/pdf/page/geometry.ts';
import type { EditionKind } from './edition.ts';

/** The PDF for the press, PDF/X-4. */
export const press = {
  name: 'press',
  title: 'PDF for the press',
  kind: 'press',
  product: 'print',
  asks: ({ manuscript }) => ({ press: manuscript.profiles }),
  suffix: '-press.pdf',
  make: async ({ print }) => (await print)?.press,
  prove: async ({ bytes }, { print, notes, composed: { missing } }) => {
    const printed = await print;
    if (printed === undefined) return { losses: [] };
    const { checkNotesInPress } = await import('../../prove/notes/press-notes.ts');
    const { pageMap, geometry } = printed;
    const place = { anchors: pageMap.anchors, textArea: textAreaOf(geometry), missing };
    const { count, messages } = await checkNotesInPress(bytes, notes, place);
    return { notes: count, losses: messages };
  },
} as const satisfies EditionKind;
