import { pointsIn } from '../../book/lengths.ts';
import { Fault } from './fault.ts';
import { didYouMean } from '../../book/nearest.ts';

/** Width and height in PDF points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** PDF points in one unit. */
const units: ReadonlyMap<string, number> = new Map([
  ['mm', pointsIn.mm],
  ['cm', pointsIn.cm],
  ['in', pointsIn.in],
  ['"', pointsIn.in],
  ['″', pointsIn.in],
  ['pt', pointsIn.pt],
]);

/** Trim sizes by the name the trade gives them, in the measure the trade states them in. */
const trims: ReadonlyMap<string, string> = new Map([
  ['A4', '210mm x 297mm'],
  ['A5', '148mm x 210mm'],
  ['A6', '105mm x 148mm'],
  ['B5', '176mm x 250mm'],
  ['B6', '125mm x 176mm'],
  ['pocket', '4.25in x 6.87in'],
  ['A-format', '111mm x 178mm'],
  ['B-format', '129mm x 198mm'],
  ['novella', '5in x 8in'],
  ['digest', '5.5in x 8.5in'],
  ['crown', '123mm x 186mm'],
  ['demy', '138mm x 216mm'],
  ['royal', '156mm x 234mm'],
  ['crown quarto', '189mm x 246mm'],
  ['pinched crown quarto', '174mm x 246mm'],
  ['US trade', '6in x 9in'],
  ['trade', '6in x 9in'],
  ['letter', '8.5in x 11in'],
  ['executive', '7in x 10in'],
]);

/** Points; smaller than A7 or larger than A3 is taken for a slip of the pen. */
const smallest = 200;
const largest = 1200;

/**
 * A length in PDF points.
 *
 * @param text a number with its unit (mm, cm, in, pt), or 0
 */
export function parseMeasure(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(mm|cm|in|pt|"|″)?$/i.exec(text.trim());
  if (match?.[1] === undefined) return undefined;
  const amount = Number(match[1]);
  if (match[2] === undefined) return amount === 0 ? 0 : undefined;
  return toPoints(amount, match[2]);
}

/**
 * A measure of a range, in PDF points.
 *
 * @param text a number with its unit
 * @param least the smallest one accepted, as text
 * @param most the largest one accepted, as text
 */
export function parseMeasureWithin(text: string, least: string, most: string): number | undefined {
  const measure = parseMeasure(text);
  if (measure === undefined) return undefined;
  return measure >= (parseMeasure(least) ?? 0) && measure <= (parseMeasure(most) ?? 0) ? measure : undefined;
}

/** How far the ink runs beyond the trim, in PDF points: nothing up to one inch. */
export function parseBleed(text: string): number | undefined {
  const bleed = parseMeasure(text);
  return bleed !== undefined && bleed <= pointsIn.in ? bleed : undefined;
}

/**
 * A page size in PDF points.
 *
 * @param text a name (A5, digest) or width and height with their unit; numbers without one are inches
 */
export function parseTrim(text: string): PageSize | Fault {
  const named = [...trims].find(([name]) => name.toLowerCase() === text.trim().toLowerCase())?.[1];
  const size = parsePair(named ?? text);
  if (size === undefined) {
    return new Fault(`"${text}" is no trim size`, {
      hint:
        didYouMean(text, trims.keys()) ??
        `Use a size such as 6in x 9in or 129mm x 198mm, or a name: ${[...trims.keys()].join(', ')}.`,
    });
  }
  if (Math.min(size.width, size.height) < smallest || Math.max(size.width, size.height) > largest) {
    return new Fault(`The trim size "${text}" is out of range`, {
      hint: 'Both sides must be between 70 mm and 420 mm (2.8 in and 16.6 in).',
    });
  }
  return size;
}

function parsePair(text: string): PageSize | undefined {
  const number = String.raw`(\d+(?:\.\d+)?)\s*(mm|cm|in|pt|"|″)?`;
  const written = text.trim().replaceAll(/(?<=\d\s*)inch(?:es)?\b/gi, 'in');
  const match = new RegExp(String.raw`^${number}\s*[x×]\s*${number}$`, 'i').exec(written);
  if (match?.[1] === undefined || match[3] === undefined) return undefined;
  const heightUnit = match[4] ?? match[2] ?? 'in';
  const widthUnit = match[2] ?? heightUnit;
  return { width: toPoints(Number(match[1]), widthUnit), height: toPoints(Number(match[3]), heightUnit) };
}

/** Ten thousandths of a point are far below what any press can show, and keep the numbers short. */
function toPoints(amount: number, unit: string): number {
  return Math.round(amount * (units.get(unit.toLowerCase()) ?? 1) * 10_000) / 10_000;
}
