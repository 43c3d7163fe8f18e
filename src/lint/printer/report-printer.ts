import { report } from '../../book/messages/messages.ts';
import type { Printing, PrintingKey } from '../../book/printer.ts';
import type { PrinterRule } from '../../book/messages/rules.ts';

/**
 * Records that a book is not what its printer asks for: gravely where the figure is the printer's
 * own, as a warning where no source confirms it.
 *
 * @param printing collects the message, at the key that decides
 * @param figure the key of the printer's data the judgement rests on, as `pages.multiple`
 */
export function reportPrinter(
  { printer, file, places }: Printing,
  rule: PrinterRule,
  key: PrintingKey,
  figure: string,
  reason: string,
  hint: string,
): void {
  const doubtful = printer.unconfirmed.some(
    (name) => name === 'all' || figure === name || figure.startsWith(`${name}.`),
  );
  report(file, rule, reason, places[key], { hint, ...(doubtful && { severity: 'warning' }) });
}
