import { exifOf, orientationAlone } from './exif.ts';

/** A picture without what camera and programs wrote into it. */
export interface CleanPicture {
  /** Those that were given, where there was nothing to remove. */
  readonly bytes: Uint8Array;
  /** How it is to be turned for those who look at it: 1 to 8 (Exif 2.32, section 4.6.4), 1 for not at all. */
  readonly orientation: number;
  /** Whether it said where it was taken. */
  readonly hadPlace: boolean;
}

/** The property of XMP, in whatever wrapping (Exif for XMP, CIPA DC-010, section 6.4.4). */
const place = 'GPSLatitude';

/** Gathers what stays of a picture. */
export class Cleaning {
  readonly #bytes: Uint8Array;
  readonly #parts: Uint8Array[] = [];
  /** The stretch of the file that the parts end with, which grows while what follows is kept. */
  #open = { start: 0, end: 0 };
  #orientation: number | undefined;
  #hadPlace = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Keeps a stretch of the file as it is. */
  keep(start: number, end: number): void {
    if (start === end) return;
    if (start !== this.#open.end) this.#close(start);
    this.#open.end = end;
  }

  /** A file may have millions of parts: those side by side are one. */
  #close(next: number): void {
    const { start, end } = this.#open;
    if (start < end) this.#parts.push(this.#bytes.subarray(start, end));
    this.#open = { start: next, end: next };
  }

  /** Puts something in. */
  add(part: Uint8Array): void {
    this.#close(0);
    this.#parts.push(part);
  }

  /** Leaves out a stretch of the file. */
  drop(start: number, end: number): void {
    if (end - start < place.length) return;
    const dropped = this.#bytes.subarray(start, end);
    this.#hadPlace ||= Buffer.from(dropped.buffer, dropped.byteOffset, dropped.length).includes(place);
  }

  /**
   * Leaves out a record of Exif but for how the picture is to be turned.
   *
   * @param start its TIFF header
   * @returns the record that stays, if any; of several in a file only the first counts
   */
  exif(start: number, end: number): Uint8Array | undefined {
    const { orientation, hasPlace } = exifOf(this.#bytes.subarray(start, end));
    this.drop(start, end);
    this.#hadPlace ||= hasPlace;
    if (this.#orientation !== undefined) return undefined;
    this.#orientation = orientation;
    return orientation === 1 ? undefined : orientationAlone(orientation);
  }

  result(): CleanPicture {
    this.#close(0);
    const kept = Buffer.concat(this.#parts);
    const isSame = kept.length === this.#bytes.length && kept.equals(this.#bytes);
    return {
      bytes: isSame ? this.#bytes : kept,
      orientation: this.#orientation ?? 1,
      hadPlace: this.#hadPlace,
    };
  }
}
