import type { PrintSettings } from '../../book/metadata.ts';
import { report } from '../../book/messages/messages.ts';
import type { Printing, TrimSize } from '../../book/printer.ts';
import { inInches, inWords, sizeInWords } from './lengths.ts';
import { reportPrinter } from './report-printer.ts';

/** Points: printers round their sizes to a hundredth of an inch or to whole millimetres. */
const tolerance = 0.5;

/**
 * Reports a printer whose figures are more than a year older than the book: printers change them, and nobody has
 * compared since. The clock has no say in it.
 *
 * @param modified when the book appears or was last changed (ISO 8601)
 * @param printing its printer; collects the message
 */
export function checkPrinterData(modified: string, { printer, chosen, file, places }: Printing): void {
  const { title, checked } = printer;
  if (!chosen || checked === undefined) return;
  const [year = ''] = checked.split('-');
  const until = `${Number(year) + 1}${checked.slice(year.length)}`;
  const day = modified.slice(0, until.length);
  if (day <= until) return;
  const reason = `What is known of ${title} was last compared with its sources on ${checked}, the book is of ${day}`;
  report(file, 'printer-data', reason, places.printer);
}

/**
 * Reports what in book.yaml cannot be printed by the printer it names: trim, bleed, paper, marks.
 * Nothing is judged where it names none.
 *
 * @param print what book.yaml says, its defaults filled in
 * @param printing its printer; collects the messages
 */
export function checkPrinter(print: PrintSettings, printing: Printing): void {
  if (!printing.chosen) return;
  checkTrim(print, printing);
  checkBleed(print, printing);
  checkPaper(print, printing);
  const { printer } = printing;
  if (print.marks === true && printer.marks === 'none') {
    const reason = `${printer.title} takes no files with crop marks`;
    reportPrinter(printing, 'printer-marks', 'marks', 'marks', reason, 'Remove `marks`.');
  }
}

function checkTrim({ trim }: PrintSettings, printing: Printing): void {
  const { title, trims, trimLimits } = printing.printer;
  if (trims.some((size) => same(size, trim))) return;
  const blame = (reason: string, hint: string): void =>
    reportPrinter(printing, 'printer-trim', 'trim', 'trims', reason, hint);
  if (trimLimits === undefined) {
    blame(
      `${title} does not trim books to ${sizeInWords(trim)}`,
      `The nearest sizes are ${nearestSizes(trims, trim)}.`,
    );
    return;
  }
  const { least, most } = trimLimits;
  if (within(least.width, trim.width, most.width) && within(least.height, trim.height, most.height)) return;
  blame(
    `${title} trims no book to ${sizeInWords(trim)}`,
    `Choose a size from ${sizeInWords(least)} to ${sizeInWords(most)}.`,
  );
}

function checkBleed({ bleed }: PrintSettings, printing: Printing): void {
  const { title, bleed: wanted, marks } = printing.printer;
  if (bleed === 0 && !wanted.required) return;
  // Where no marks show the trim, the size of the page must.
  const exact = marks === 'none';
  if (exact ? Math.abs(bleed - wanted.amount) <= tolerance / 2 : bleed >= wanted.amount - tolerance / 2)
    return;
  const reason = `${title} asks for a bleed of ${inWords(wanted.amount)}, not ${inWords(bleed)}`;
  const other = wanted.required ? '' : ', or leave it out where nothing runs off the page';
  const hint = `Set \`print: { bleed: ${inInches(wanted.amount)} }\`${other}.`;
  reportPrinter(printing, 'printer-bleed', 'bleed', 'bleed', reason, hint);
}

function checkPaper({ ink }: PrintSettings, printing: Printing): void {
  const { printer, paper } = printing;
  if (ink !== 'colour' || paper.inks.includes('colour')) return;
  const coloured = printer.papers.filter(({ inks }) => inks.includes('colour')).map(({ name }) => name);
  const reason = `${printer.title} prints in black alone on the paper "${paper.name}"`;
  const hint =
    coloured.length === 0
      ? 'Set `ink: black`.'
      : `Set \`ink: black\`, or choose a paper for colour: ${coloured.join(', ')}.`;
  reportPrinter(printing, 'printer-paper', 'paper', 'papers', reason, hint);
}

/** The three sizes that differ least. */
function nearestSizes(sizes: ReadonlyArray<TrimSize>, { width, height }: TrimSize): string {
  const distance = (size: TrimSize): number => Math.abs(size.width - width) + Math.abs(size.height - height);
  return sizes
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, 3)
    .map(sizeInWords)
    .join(', ');
}

function same(a: TrimSize, b: TrimSize): boolean {
  return Math.abs(a.width - b.width) <= tolerance && Math.abs(a.height - b.height) <= tolerance;
}

function within(least: number, value: number, most: number): boolean {
  return value >= least - tolerance && value <= most + tolerance;
}
