import { report } from '../book/messages/messages.ts';
import { pointIn } from '../book/messages/point-in.ts';
import type { PrintedBook } from '../emit/pdf/print-book.ts';
import type { Source } from './source.ts';

/** What is left out, why, and how its declaration begins. */
const effects = [
  ['The filter', 'it would turn the text into a picture', /^(?:-webkit-)?filter/i],
  ['The transform', 'turned in space, letters become mere outlines', /^(?:-webkit-)?transform/i],
  [
    'The outline of letters',
    'it would turn them into drawings that a press cannot check',
    /^-webkit-text-stroke/i,
  ],
] as const;

/** Tells of effects that print has left out, where the author's stylesheet declares them. */
export function reportLeftOut({ pagination: { leftOut = [] } }: PrintedBook, { manuscript }: Source): void {
  const { stylesheet } = manuscript;
  if (stylesheet === undefined) return;
  for (const offset of leftOut.toSorted((a, b) => a - b)) {
    const declaration = String(stylesheet).slice(offset);
    const [what, why] = effects.find(([, , named]) => named.test(declaration)) ?? effects[0];
    const reason = `${what} is left out in print where it is on text: ${why}`;
    report(stylesheet, 'stylesheet-effect', reason, pointIn(stylesheet, offset));
  }
}
