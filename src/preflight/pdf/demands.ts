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
    standards: printer.standards,
    ...(required && sides === 'all' && { bleed: amount }),
    cover: coverDemandsOf(printer),
  };
}

/** What a printer demands of a whole cover: back, spine and front in one. */
export function coverDemandsOf(printer: Printer | undefined): Expectations {
  const isCover = { as: 'press', pages: 1 } as const;
  if (printer === undefined) return isCover;
  const { trims, cover, mostInk, resolution, transparency, standards } = printer;
  return {
    ...isCover,
    ...(trims.length > 0 && { sides: trims }),
    // Its own template has the bleed.
    ...(!cover.template && { bleed: cover.bleed }),
    ink: mostInk,
    resolution,
    opaque: transparency === 'none',
    standards,
  };
}
