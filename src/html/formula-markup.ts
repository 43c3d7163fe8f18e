import temml from 'temml';
import type { Book } from '../book/book.ts';
import { definesMacros } from '../book/formula-definitions.ts';
import { limits } from '../book/limits.ts';
import { TimeIsUp, withinTime } from '../machine/within-time.ts';

/** The formula takes longer than it may. */
export class EndlessFormula extends Error {
  override readonly name = 'EndlessFormula';
}

const mostEach = limits['formula-time'].most;
const mostTogether = limits['formulas-time'].most;

/** How long the formulas of a book that define something have taken, in milliseconds. */
const spent = new WeakMap<Book, number>();

/**
 * A formula as MathML, in the syntax of XML.
 *
 * @param tex what stands between the dollars
 * @param display whether it stands on lines of its own
 * @param book the book whose formula it is
 * @throws EndlessFormula where what it defines repeats so much that it would take too long, or where such
 *   formulas of the book have
 * @throws what TeX objects to
 */
export function formulaMarkup(tex: string, display: boolean, book: Book): string {
  const options = { displayMode: display, xml: true, annotate: true, throwOnError: true };
  const set = (): string => temml.renderToString(tex.replace(/\\mbox(?![A-Za-z])/g, '\\text'), options);
  if (!definesMacros(tex)) return set();
  const before = spent.get(book) ?? 0;
  const timeout = Math.min(mostEach, Math.floor(mostTogether - before));
  if (timeout < 1) throw new EndlessFormula();
  const start = performance.now();
  try {
    return withinTime(timeout, set);
  } catch (error) {
    if (error instanceof TimeIsUp) throw new EndlessFormula('', { cause: error });
    throw error;
  } finally {
    spent.set(book, before + performance.now() - start);
  }
}
