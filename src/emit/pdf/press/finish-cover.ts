import type { Browser } from 'puppeteer-core';
import type { Bytes } from '../../../book/bytes.ts';
import type { Labels } from '../../../book/labels.ts';
import type { Metadata } from '../../../book/metadata.ts';
import type { PressProfiles } from '../../../book/profile.ts';
import { pressFile } from './finish-press.ts';
import type { Geometry } from '../page/geometry.ts';
import { pressBoxes } from './boxes.ts';
import { decoderIn } from './decode-in-browser.ts';

/**
 * Turns Chrome's print of a whole cover into PDF/X-4, in colour on coated paper whatever the
 * interior is printed on.
 *
 * @param pdf what Chrome printed: one page
 * @param geometry the whole cover as one page
 * @param browser in which pictures are decoded
 */
export async function finishCover(
  pdf: Uint8Array,
  { metadata, labels }: { readonly metadata: Metadata; readonly labels: Labels },
  geometry: Pick<Geometry, 'sheet' | 'trim' | 'bleed'>,
  profiles: PressProfiles,
  browser: Browser,
): Promise<Bytes> {
  const boxes = pressBoxes(geometry, 0);
  const decoder = decoderIn(browser);
  try {
    return await pressFile(
      pdf,
      { metadata, labels, boxesOf: () => boxes },
      {
        profiles: { ...profiles, output: profiles.cover },
        decode: decoder.decode,
        face: undefined,
        ink: 'colour',
      },
    );
  } finally {
    await decoder.close();
  }
}
