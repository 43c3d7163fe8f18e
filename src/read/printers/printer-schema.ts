import { z } from 'zod';
import { pointsIn } from '../../book/lengths.ts';
import type { Paper, Printer } from '../../book/printer.ts';
import { parseMeasure, parseTrim } from '../values/measures.ts';
import { list, mapping, oneOf, parsed, text } from '../yaml/schema.ts';

/*
 * The schema of a printer's data file. Measures carry their units, so that they can be compared
 * with the source as it stands.
 */

const length = parsed('a length such as 3mm or 0.125in', parseMeasure);

const size = parsed('a size such as 148mm x 210mm', parseTrim);

/** What YAML gives as text. */
const number = z.preprocess(
  (written) => (typeof written === 'string' && written.trim() !== '' ? Number(written) : written),
  z.number({ error: 'a number' }).positive({ error: 'a number above 0' }),
);

const count = number.pipe(z.int({ error: 'a whole number' }));

const isTrue = z.preprocess(
  (written) => (written === 'true' ? true : written === 'false' ? false : written),
  z.boolean({ error: 'true or false' }),
);

/** Thickness stated by the page in inches, or by the leaf as paper makers do: grams and volume. */
const thickness = z.union(
  [
    mapping({ inches: number }).transform(({ inches }) => inches * 72),
    mapping({ pagesPerInch: number }).transform(({ pagesPerInch }) => pointsIn.in / pagesPerInch),
    mapping({ grams: number, volume: number }).transform(({ grams, volume }) =>
      pageThicknessOf(grams, volume),
    ),
  ],
  { error: 'one of { inches: … }, { pagesPerInch: … } and { grams: …, volume: … }' },
);

const profile = oneOf('coated', 'uncoated');

const paper = mapping({
  name: text(),
  title: text(),
  thickness,
  inks: list(oneOf('black', 'colour')),
  profile: profile.exactOptional(),
  pages: mapping({ least: count.exactOptional(), most: count.exactOptional() }).exactOptional(),
  mostBySize: z.array(mapping({ size, most: count })).default([]),
}).transform(({ thickness: pageThickness, ...rest }): Paper => ({ ...rest, pageThickness }));

/** A file of templates/printers/, whose name is the printer's, or one of an author's own. */
export const printerSchema = mapping({
  title: text(),
  sources: z.array(mapping({ title: text(), url: z.url(), date: text().exactOptional() })).default([]),
  checked: z.iso.date().exactOptional(),
  unconfirmed: z.array(text()).default([]),
  trims: z.array(size).default([]),
  trimLimits: mapping({ least: size, most: size }).exactOptional(),
  bleed: mapping({ amount: length, sides: oneOf('all', 'outside'), required: isTrue }),
  margins: mapping({
    inside: z.array(mapping({ pages: count, margin: length })).min(1),
    outside: length,
    outsideWithBleed: length.exactOptional(),
  }),
  pages: mapping({ least: count, most: count, multiple: count }),
  papers: z.tuple([paper], paper),
  anyPaper: isTrue.default(false),
  spine: mapping({ extra: length, textFromPages: count, textMargin: length }),
  cover: mapping({
    template: isTrue.default(false),
    bleed: length,
    safety: length,
    addsBarcode: isTrue,
  }),
  mostInk: number,
  resolution: mapping({ least: number, wanted: number }),
  marks: oneOf('none', 'allowed', 'wanted'),
  transparency: oneOf('none', 'allowed').default('allowed'),
  profile,
  standards: z.array(text()).default([]),
  fileNames: mapping({ interior: text(), cover: text() }),
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
