import { textAreaOf } from '../../emit/pdf/page/geometry.ts';
import { textLosses } from '../../prove/text/text-losses.ts';
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
  prove: async ({ bytes }, { print, notes, text, composed: { missing } }) => {
    const [{ checkNotesInPress }, { provePdfText }] = await Promise.all([
      import('../../prove/notes/press-notes.ts'),
      import('../../prove/text/pdf-text.ts'),
    ]);
    const printed = await print;
    const anchors = printed?.pageMap.anchors ?? new Map<string, number>();
    // Nothing in it is marked as furniture of the page.
    const textArea = printed && textAreaOf(printed.geometry);
    const place = { anchors, missing, ...(textArea && { textArea }) };
    const { count, losses } = provePdfText(bytes, 'print', text(), place);
    return {
      notes: checkNotesInPress(notes, { anchors, losses }),
      text: { count, messages: textLosses('press PDF', losses) },
    };
  },
} as const satisfies EditionKind;
