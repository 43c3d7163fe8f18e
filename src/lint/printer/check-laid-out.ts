import type { PrintSettings } from '../../book/metadata.ts';
import {
  innerMargin,
  outerMargin,
  type Paper,
  type Printer,
  type Printing,
  type TrimSize,
} from '../../book/printer.ts';
import { atLeast, inWords } from './lengths.ts';
import { reportPrinter } from './report-printer.ts';

/** What is known of a book when its pages are laid out. */
export interface LaidOut {
  /** How many there are, blank ones included. */
  readonly pages: number;
  /** Distances of the text from the edges of the trimmed page, in points. */
  readonly margins: Readonly<Record<'inside' | 'outside' | 'top' | 'bottom', number>>;
  /** Distances of running heads from the upper edge and of folios from the lower one. */
  readonly heads: Readonly<Record<'top' | 'bottom', number>>;
}

/** Points: what rounding may take. */
const tolerance = 0.1;

/**
 * Reports a book with too many or too few pages for its printer and paper, or with margins too
 * narrow for so many. Nothing is judged where book.yaml names no printer.
 *
 * @param print what book.yaml says
 * @param printing the printer; collects the messages
 */
export function checkLaidOut(print: PrintSettings, printing: Printing, laidOut: LaidOut): void {
  if (!printing.chosen) return;
  checkPages(print, printing, laidOut.pages);
  checkMargins(print, printing, laidOut);
  checkHeads(print, printing, laidOut);
}

function checkPages({ trim }: PrintSettings, printing: Printing, pages: number): void {
  const { printer, paper } = printing;
  const { least, most } = pageLimits(printer, paper, trim);
  const { multiple } = printer.pages;
  const blame = (reason: string, hint: string): void =>
    reportPrinter(printing, 'printer-pages', 'paper', 'pages', reason, hint);
  const on = `${printer.title} binds from ${least} to ${most} pages on the paper "${paper.name}"`;
  if (pages < least)
    blame(`${on}, the book has ${pages}`, 'Choose a smaller page, larger type or another paper.');
  if (pages > most)
    blame(`${on}, the book has ${pages}`, 'Choose a larger page, smaller type or a thinner paper.');
  if (pages % multiple === 0) return;
  reportPrinter(
    printing,
    'printer-pages',
    'pages',
    'pages.multiple',
    `${printer.title} binds a multiple of ${multiple} pages, the book has ${pages}`,
    'Leave `pages` out: the blank pages that are missing are then added at the end.',
  );
}

/** How many pages books of a size may have. */
function pageLimits(printer: Printer, paper: Paper, { width, height }: TrimSize): Printer['pages'] {
  const own = { ...printer.pages, ...paper.pages };
  const large = paper.mostBySize.find(
    ({ size }) => Math.abs(size.width - width) < 1 && Math.abs(size.height - height) < 1,
  );
  return large === undefined ? own : { ...own, most: Math.min(own.most, large.most) };
}

function checkMargins(print: PrintSettings, printing: Printing, { pages, margins }: LaidOut): void {
  const { title, margins: asked } = printing.printer;
  const outer = outerMargin(printing.printer, print.bleed);
  const inner = innerMargin(asked.inside, pages);
  for (const side of ['inside', 'outside', 'top', 'bottom'] as const) {
    const least = side === 'inside' ? inner : outer;
    if (margins[side] >= least - tolerance) continue;
    const inside = side === 'inside';
    const many = inside ? ` for a book of ${pages} pages` : print.bleed > 0 ? ' beside bleed' : '';
    const key = inside && print.margins?.inside === undefined ? 'gutter' : (`margins.${side}` as const);
    reportPrinter(
      printing,
      'printer-margins',
      key,
      'margins',
      `The ${names[side]} margin is ${inWords(margins[side])}, ${title} asks for ${inWords(least)}${many}`,
      inside
        ? 'Set `gutter: auto`, which widens the margin as the pages ask for, or a wider margin.'
        : `Widen \`margins.${side}\`.`,
    );
  }
}

/** Where the text keeps its distance, but what stands in the margin does not. */
function checkHeads(print: PrintSettings, printing: Printing, { margins, heads }: LaidOut): void {
  const least = outerMargin(printing.printer, print.bleed);
  for (const side of ['top', 'bottom'] as const) {
    if (margins[side] < least - tolerance || heads[side] >= least - tolerance) continue;
    const what = side === 'top' ? 'Running heads' : 'Page numbers at the foot';
    reportPrinter(
      printing,
      'printer-margins',
      `margins.${side}`,
      'margins',
      `${what} stand ${inWords(heads[side])} from the edge, ${printing.printer.title} asks for ${inWords(least)}`,
      // They stand as near to the text as they can.
      `Set \`margins.${side}\` to at least ${atLeast(margins[side] + least - heads[side])}.`,
    );
  }
}

const names = { inside: 'inside', outside: 'outside', top: 'upper', bottom: 'lower' } as const;
