import { PDFRawStream } from 'pdf-lib';
import type { ImageEvent, Inspector } from '../content/events.ts';
import { trimOf } from '../file/pages.ts';
import type { Findings } from '../findings.ts';
import { sampleImage } from './sample-image.ts';
import { totalInk } from './separation.ts';
import type { Press } from './judge-paint.ts';

/** Pixels an inch. */
export interface Resolution {
  readonly least: number;
  readonly wanted: number;
}

/** Images of less are spots, whatever their resolution; in points. */
const smallest = 4;

/** Of images that cover no more of the page than this, a poor one is no reason to print nothing. */
const smallPart = 0.1;

/** Of black and white images twice as many pixels are wanted: nothing softens their edges. */
const lineArt = 2;

/** This part of an image may have more ink than the limit, as single pixels do. */
const tolerated = 0.01;

/** Judges images: their pixels an inch at the size they are printed in, and their ink. */
export function inspectImages(findings: Findings, resolution: Resolution, press: Press): Inspector {
  const weighed = new Map<PDFRawStream, string | undefined>();

  function judgeInk({ stream, space, page }: ImageEvent): void {
    if (!(stream instanceof PDFRawStream) || space === undefined) return;
    if (!weighed.has(stream)) weighed.set(stream, excess(stream, space));
    const reason = weighed.get(stream);
    if (reason !== undefined) findings.add('pdf-ink-limit', reason, page.number);
  }

  function excess(stream: PDFRawStream, space: NonNullable<ImageEvent['space']>): string | undefined {
    // Grey images cannot exceed any limit.
    if (space.kind === 'grey' || space.kind === 'unknown') return undefined;
    if (space.kind === 'rgb' && press.trustsProfile) return undefined;
    const pixels = sampleImage(stream, space) ?? [];
    let over = 0;
    let most = 0;
    for (const values of pixels) {
      const ink = totalInk(press.separation.inks({ space, values }) ?? []);
      if (ink <= press.inkLimit + 1) continue;
      over++;
      most = Math.max(most, ink);
    }
    if (over <= pixels.length * tolerated) return undefined;
    return `An image has up to ${Math.round(most)} % ink, the limit is ${press.inkLimit} %`;
  }

  return {
    image(event) {
      const { matrix, pixels, bits, page } = event;
      const width = Math.hypot(matrix[0], matrix[1]);
      const height = Math.hypot(matrix[2], matrix[3]);
      if (width < smallest && height < smallest) return;
      const found = Math.round(72 * Math.min(pixels.width / width, pixels.height / height));
      const factor = bits === 1 ? lineArt : 1;
      const [least, wanted] = [resolution.least * factor, resolution.wanted * factor];
      if (found < wanted) {
        const [left, bottom, right, top] = trimOf(page);
        const isLarge = width * height > smallPart * (right - left) * (top - bottom);
        findings.add(
          'pdf-image-resolution',
          `An image of ${pixels.width} × ${pixels.height} pixels is printed with ${found} pixels an inch, at least ${wanted} are wanted`,
          page.number,
          { severity: found < least && isLarge ? 'error' : 'warning' },
        );
      }
      judgeInk(event);
    },
  };
}
