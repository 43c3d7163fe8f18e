import type { PrintSettings } from '../../book/metadata.ts';
import { outerMargin, type Printer } from '../../book/printer.ts';
import type { BookConfig } from './book-schema.ts';
import { paperOf } from '../printers/paper.ts';
import { defaultSize } from './print-schema.ts';

/**
 * How a book is printed: what it states, and for the rest what its printer asks for. Where it names
 * none, nothing but the inside margins is taken from any printer's data.
 *
 * @param config the key `print` of book.yaml
 * @param printer the one it names, or the usual one
 */
export function printSettings(config: NonNullable<BookConfig['print']>, printer: Printer): PrintSettings {
  const { pages, ...page } = config;
  const settings = {
    trim: defaultSize(),
    bleed: 0,
    openings: 'auto',
    theme: 'literary',
    binding: printer.margins.inside,
    ...page,
    ...(pages !== undefined && { pageMultiple: pages }),
  } as const;
  if (config.printer === undefined) return settings;
  const paper = paperOf(printer, config.paper, config.ink) ?? printer.papers[0];
  return {
    pageMultiple: printer.pages.multiple,
    profile: paper.profile ?? printer.profile,
    bleedSides: printer.bleed.sides,
    edge: outerMargin(printer, settings.bleed),
    marks: printer.marks === 'wanted',
    ink: paper.inks.includes('colour') ? 'colour' : 'black',
    ...settings,
    paper: paper.name,
  };
}
