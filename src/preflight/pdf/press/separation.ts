import type { PDFStream } from 'pdf-lib';
import type { Paint } from '../content/events.ts';
import type { ColourSpace } from '../content/colour-space.ts';
import { inksOf } from '../../../pdf/inks.ts';
import { decodedBytes } from '../../../pdf/streams.ts';

/** From three numbers of 0 to 1 to four inks of 0 to 1. */
type ToInks = (values: ReadonlyArray<number>) => number[];

/** How colours are printed: as inks of 0 to 1, cyan, magenta, yellow and black first, then spot colours. */
export class Separation {
  readonly #output: Uint8Array | undefined;
  readonly #conversions = new Map<PDFStream | undefined, ToInks | undefined>();

  /** @param output the ICC profile of the press, CMYK; none where the file has none */
  constructor(output: Uint8Array | undefined) {
    this.#output = output;
  }

  /** The inks of a colour; undefined where they cannot be told. */
  inks({ space, values }: Paint): number[] | undefined {
    const [first = 0] = values;
    if (space.name === 'Indexed') return this.#indexed(space, first);
    switch (space.kind) {
      case 'grey':
        return [0, 0, 0, 1 - first];
      case 'cmyk':
        return [...values];
      case 'rgb':
        return this.#conversion(space.profile)?.(values);
      case 'spot':
        return spotInks(space, values);
      default:
        return undefined;
    }
  }

  #indexed({ base, palette }: ColourSpace, index: number): number[] | undefined {
    if (base === undefined || palette === undefined || base.name === 'Indexed') return undefined;
    const start = Math.round(index) * base.components;
    const bytes = [...palette.subarray(start, start + base.components)];
    return this.inks({ space: base, values: bytes.map((byte) => byte / 255) });
  }

  #conversion(source: PDFStream | undefined): ToInks | undefined {
    if (!this.#conversions.has(source)) this.#conversions.set(source, this.#convert(source));
    return this.#conversions.get(source);
  }

  #convert(source: PDFStream | undefined): ToInks | undefined {
    const profile = source && decodedBytes(source);
    if (this.#output === undefined || (source !== undefined && profile === undefined)) return undefined;
    try {
      const convert = inksOf(profile, this.#output, { keepsShadows: false });
      return (values) => {
        const bytes = Uint8ClampedArray.from(values, (value) => Math.round(value * 255));
        return Array.from(convert(bytes), (ink) => ink / 255);
      };
    } catch {
      // Whatever the library has against a profile: one beyond repair is told of where profiles are judged.
      return undefined;
    }
  }
}

/** The four of the press in their places, all others behind them. */
function spotInks({ inks = [] }: ColourSpace, values: ReadonlyArray<number>): number[] {
  const process = ['Cyan', 'Magenta', 'Yellow', 'Black'];
  const plates = [0, 0, 0, 0];
  inks.forEach((ink, index) => {
    const value = values[index] ?? 0;
    const plate = process.indexOf(ink);
    if (ink === 'All') plates.fill(value, 0, 4);
    else if (plate !== -1) plates[plate] = value;
    else if (ink !== 'None') plates.push(value);
  });
  return plates;
}

/** In percent, all inks together. */
export function totalInk(inks: ReadonlyArray<number>): number {
  return inks.reduce((sum, ink) => sum + ink, 0) * 100;
}
