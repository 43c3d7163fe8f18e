import type { Printer } from '../../book/printer.ts';
import type { Expectations } from './expectations.ts';

/**
 * What a printer demands of every PDF it prints from.
 *
 * @param printer the printer; of nobody in particular, nothing is demanded
 */
export function demandsOf(printer: Printer | undefined): Expectations {
  if (printer === undefined) return {};
  const { least, most, multiple } = printer.pages;
  const { required, sides, amount } = printer.bleed;
  return {
    // Between its limits any size will do.
    ...(printer.trimLimits === undefined && { trims: printer.trims }),
    ink: printer.mostInk,
    resolution: printer.resolution,
    pageLimits: { least, most },
    pageMultiple: multiple,
    opaque: printer.transparency === 'none',
    ...(required && sides === 'all' && { bleed: amount }),
  };
}
