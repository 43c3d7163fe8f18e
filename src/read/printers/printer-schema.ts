import { z } from 'zod';
import { pointsIn } from '../../book/lengths.ts';
import type { Paper, Printer, TrimSize } from '../../book/printer.ts';
import { Fault } from '../values/fault.ts';
import { parseMeasure, parseTrim } from '../values/measures.ts';

/*
 * The schema of a printer's data file. Measures carry their units, so that they can be compared
 * with the source as it stands.
 */

const length = z.string().transform((written, context): number => {
  const points = parseMeasure(written);
  if (points !== undefined) return points;
  context.addIssue({ code: 'custom', message: `"${written}" is no measure` });
  return z.NEVER;
});

const size = z.string().transform((written, context): TrimSize => {
  const trim = parseTrim(written);
  if (!(trim instanceof Fault)) return trim;
  context.addIssue({ code: 'custom', message: trim.reason });
  return z.NEVER;
});

/** Thickness stated by the page in inches, or by the leaf as paper makers do: grams and volume. */
const thickness = z.union([
  z.strictObject({ inches: z.number().positive() }).transform(({ inches }) => inches * 72),
  z
    .strictObject({ pagesPerInch: z.number().positive() })
    .transform(({ pagesPerInch }) => pointsIn.in / pagesPerInch),
  z
    .strictObject({ grams: z.number().positive(), volume: z.number().positive() })
    .transform(({ grams, volume }) => pageThicknessOf(grams, volume)),
]);

const count = z.int().positive();

const profile = z.enum(['coated', 'uncoated']);

const paper = z
  .strictObject({
    name: z.string(),
    title: z.string(),
    thickness,
    inks: z.array(z.enum(['black', 'colour'])).min(1),
    profile: profile.exactOptional(),
    pages: z.strictObject({ least: count.exactOptional(), most: count.exactOptional() }).exactOptional(),
    mostBySize: z.array(z.strictObject({ size, most: count })).default([]),
  })
  .transform(({ thickness: pageThickness, ...rest }): Paper => ({ ...rest, pageThickness }));

/** A file of templates/printers/, whose name is the printer's, or one of an author's own. */
export const printerSchema = z.strictObject({
  title: z.string(),
  sources: z
    .array(z.strictObject({ title: z.string(), url: z.url(), date: z.string().exactOptional() }))
    .default([]),
  checked: z.iso.date().exactOptional(),
  unconfirmed: z.array(z.string()).default([]),
  trims: z.array(size).default([]),
  trimLimits: z.strictObject({ least: size, most: size }).exactOptional(),
  bleed: z.strictObject({ amount: length, sides: z.enum(['all', 'outside']), required: z.boolean() }),
  margins: z.strictObject({
    inside: z.array(z.strictObject({ pages: count, margin: length })).min(1),
    outside: length,
    outsideWithBleed: length.exactOptional(),
  }),
  pages: z.strictObject({ least: count, most: count, multiple: count }),
  papers: z.tuple([paper], paper),
  anyPaper: z.boolean().default(false),
  spine: z.strictObject({ extra: length, textFromPages: count, textMargin: length }),
  cover: z.strictObject({
    template: z.boolean().default(false),
    bleed: length,
    safety: length,
    addsBarcode: z.boolean(),
  }),
  mostInk: z.number().positive(),
  resolution: z.strictObject({ least: z.number().positive(), wanted: z.number().positive() }),
  marks: z.enum(['none', 'allowed', 'wanted']),
  transparency: z.enum(['none', 'allowed']).default('allowed'),
  profile,
  standards: z.array(z.string()).default([]),
  fileNames: z.strictObject({ interior: z.string(), cover: z.string() }),
}) satisfies z.ZodType<Omit<Printer, 'name'>>;

/**
 * The thickness of a page in PDF points.
 *
 * @param grams of a square metre of the paper
 * @param volume how many times as thick it is as paper of one gram a cubic centimetre
 */
export function pageThicknessOf(grams: number, volume: number): number {
  return ((grams * volume) / 1000 / 2) * pointsIn.mm;
}
