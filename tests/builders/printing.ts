import { VFile } from 'vfile';
import type { Point } from 'unist';
import { messagesOf } from '../../src/book/messages/messages.ts';
import { printingKeys, type Printer, type Printing } from '../../src/book/printer.ts';
import { readPrinter } from '../../src/read/printers/printer.ts';

/** A printer chosen by a book whose every key stands on a line of its own, in the order of the keys. */
export async function printingBy(name: string, paperName?: string): Promise<Printing> {
  const printer = await readPrinter(name);
  const places = Object.fromEntries(
    printingKeys.map((key, index): [string, Point] => [key, { line: index + 1, column: 1 }]),
  );
  return {
    printer,
    paper: printer.papers.find((paper) => paper.name === paperName) ?? printer.papers[0],
    chosen: true,
    file: new VFile({ path: 'book.yaml' }),
    places: places as Printing['places'],
  };
}

/** The same, with other data of the printer. */
export function changed(printing: Printing, data: Partial<Printer>): Printing {
  return { ...printing, printer: { ...printing.printer, ...data } };
}

/** What was found, each with the key that is blamed. */
export function found({ file }: Printing): string[] {
  return messagesOf([file]).map(
    ({ line, severity, rule, reason }) => `${printingKeys[line - 1]}: ${severity} ${rule}: ${reason}`,
  );
}

/** The hints of what was found. */
export function hints({ file }: Printing): string[] {
  return messagesOf([file]).map(({ hint }) => hint);
}
