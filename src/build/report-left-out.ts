import { report } from '../book/messages/messages.ts';
import { pointIn } from '../book/messages/point-in.ts';
import type { PrintedBook } from '../emit/pdf/print-book.ts';
import type { Source } from './source.ts';

/** Tells of effects that print has left out, where the author's stylesheet declares them. */
export function reportLeftOut({ pagination: { leftOut = [] } }: PrintedBook, { manuscript }: Source): void {
  const { stylesheet } = manuscript;
  if (stylesheet === undefined) return;
  for (const offset of leftOut.toSorted((a, b) => a - b)) {
    const isFilter = /^(?:-webkit-)?filter/i.test(String(stylesheet).slice(offset));
    const reason = isFilter
      ? 'The filter is left out in print where it is on text: it would turn the text into a picture'
      : 'The transform is left out in print where it is on text: turned in space, letters become mere outlines';
    report(stylesheet, 'stylesheet-effect', reason, pointIn(stylesheet, offset));
  }
}
