import { createHash } from 'node:crypto';
import type { PressProfiles } from '../../../book/profile.ts';
import { inksOf } from '../../../pdf/inks.ts';

/** Makes inks of colours, none of which together exceed what the paper takes. */
export class Separator {
  readonly #profiles: PressProfiles;
  readonly #most: number;
  readonly #conversions = new Map<string, (colours: Uint8ClampedArray) => Uint8ClampedArray>();
  readonly #known = new Map<string, ReadonlyArray<number>>();

  /** All that its outcome depends on. */
  readonly facts: string;

  /** @param mostInk percent: all inks together */
  constructor(profiles: PressProfiles, mostInk: number) {
    this.#profiles = profiles;
    this.#most = Math.floor((mostInk / 100) * 255);
    const hash = createHash('sha256').update(profiles.output.bytes).update(profiles.source);
    this.facts = `${mostInk} ${hash.digest('hex')}`;
  }

  /**
   * The inks of a colour of the space sRGB.
   *
   * @param rgb from 0 to 1
   * @returns cyan, magenta, yellow and black from 0 to 1
   */
  inks(rgb: ReadonlyArray<number>): ReadonlyArray<number> {
    const bytes = Uint8ClampedArray.from(rgb.slice(0, 3), (part) => Math.round(part * 255));
    const key = bytes.join();
    const known = this.#known.get(key) ?? Array.from(this.pixels(bytes), (ink) => ink / 255);
    this.#known.set(key, known);
    return known;
  }

  /**
   * The inks of pixels, four bytes for each three.
   *
   * @param profile of their space, as bytes; sRGB by default
   */
  pixels(colours: Uint8Array | Uint8ClampedArray, profile?: Uint8Array): Uint8ClampedArray {
    const given = new Uint8ClampedArray(colours.buffer, colours.byteOffset, colours.byteLength);
    const inks = this.#conversion(profile)(given);
    limitInk(inks, this.#most);
    return inks;
  }

  #conversion(profile: Uint8Array | undefined): (colours: Uint8ClampedArray) => Uint8ClampedArray {
    const source = profile ?? this.#profiles.source;
    // Profiles of one length and one beginning, with their date, are one.
    const key = `${source.length} ${source.subarray(0, 128).join()}`;
    const known =
      this.#conversions.get(key) ?? inksOf(source, this.#profiles.output.bytes, { keepsShadows: true });
    this.#conversions.set(key, known);
    return known;
  }
}

/**
 * Takes ink away where there is too much: first as much of all three colours as black can stand in for, then of
 * the colours in proportion, so that hues stay.
 *
 * @param inks four bytes a pixel, which are changed
 * @param most the sum of the bytes
 */
export function limitInk(inks: Uint8ClampedArray, most: number): void {
  for (let at = 0; at + 3 < inks.length; at += 4) {
    const [c, m, y, k] = [inks[at]!, inks[at + 1]!, inks[at + 2]!, inks[at + 3]!];
    const excess = c + m + y + k - most;
    if (excess <= 0) continue;
    // What is taken from three comes back as one.
    const replaced = Math.min(Math.ceil(excess / 2), c, m, y, 255 - k);
    const left = c + m + y - 3 * replaced;
    const room = Math.min(left, Math.max(0, most - k - replaced));
    const share = left === 0 ? 0 : room / left;
    inks[at] = Math.floor((c - replaced) * share);
    inks[at + 1] = Math.floor((m - replaced) * share);
    inks[at + 2] = Math.floor((y - replaced) * share);
    inks[at + 3] = k + replaced;
  }
}
