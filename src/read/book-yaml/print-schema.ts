import type { z } from 'zod';
import { inMillimetres, leastText, pointsIn } from '../../book/lengths.ts';
import { Fault } from '../values/fault.ts';
import { parseBleed, parseMeasureWithin, parseTrim } from '../values/measures.ts';
import { mapping, oneOf, parsed, truth } from '../yaml/schema.ts';

/** The narrowest margin, which also stands for one that is not stated. */
const narrowestMargin = '6mm';
const smallestMargin = 6 * pointsIn.mm;

const defaultTrim = '6in x 9in';

const margin = measure(narrowestMargin, '150mm').exactOptional();

/** The keys of `print` that say what the page measures and in what order pages come. */
export const pageKeys = {
  trim: parsed('a trim size', parseTrim).exactOptional(),
  bleed: parsed('a measure from 0 to 25 mm, such as 3mm', parseBleed).exactOptional(),
  margins: mapping({ inside: margin, outside: margin, top: margin, bottom: margin }).exactOptional(),
  gutter: parsed('auto, none or a measure from 0mm to 30mm', parseGutter).exactOptional(),
  fontSize: measure('6pt', '36pt').exactOptional(),
  lineHeight: measure('7pt', '72pt').exactOptional(),
  openings: oneOf('auto', 'right', 'any').exactOptional(),
  figures: oneOf('float', 'here').exactOptional(),
  halfTitle: truth().exactOptional(),
  pages: oneOf('even', '4', '8', '16', '32').transform(toMultiple).exactOptional(),
};

/** What `print` says of the page, checked key by key. */
type PageConfig = z.infer<ReturnType<typeof mapping<typeof pageKeys>>>;

/**
 * What is wrong with measures that are right each for itself.
 *
 * @param print the keys of {@link pageKeys}
 * @returns the key to blame, and the fault
 */
export function pageFault(
  print: PageConfig,
): { readonly key: keyof PageConfig; readonly fault: Fault } | undefined {
  const { margins = {}, gutter, fontSize, lineHeight } = print;
  const trim = print.trim ?? defaultSize();
  const sides = (margins.inside ?? smallestMargin) + (margins.outside ?? smallestMargin);
  const width = trim.width - sides - (typeof gutter === 'number' ? gutter : 0);
  const height = trim.height - (margins.top ?? smallestMargin) - (margins.bottom ?? smallestMargin);
  for (const [across, left] of [
    ['wide', width],
    ['high', height],
  ] as const) {
    if (left >= leastText - 0.01) continue;
    const key = print.margins === undefined ? 'gutter' : 'margins';
    const size = Math.max(0, Math.round(left / pointsIn.mm));
    return {
      key,
      fault: new Fault(`The margins leave ${size} mm of the page for the text`, {
        hint: `Make them narrower or the page larger: the text must be at least ${inMillimetres(leastText)} ${across}.`,
      }),
    };
  }
  if (fontSize !== undefined && lineHeight !== undefined && lineHeight < fontSize) {
    return {
      key: 'lineHeight',
      fault: new Fault(`Lines ${lineHeight} points high are lower than their type of ${fontSize} points`, {
        hint: 'Make print.lineHeight greater than print.fontSize: 1.3 times as great is usual.',
      }),
    };
  }
  return undefined;
}

/** The size of the page where the book states none. */
export function defaultSize(): { width: number; height: number } {
  const trim = parseTrim(defaultTrim);
  if (trim instanceof Fault) throw new Error(trim.reason);
  return trim;
}

function measure(least: string, most: string) {
  const accepted = `a measure from ${least} to ${most}`;
  return parsed(accepted, (written) => parseMeasureWithin(written, least, most));
}

function parseGutter(written: string): 'auto' | 'none' | number | undefined {
  return written === 'auto' || written === 'none' ? written : parseMeasureWithin(written, '0mm', '30mm');
}

function toMultiple(word: 'even' | '4' | '8' | '16' | '32'): number {
  return word === 'even' ? 2 : Number(word);
}
