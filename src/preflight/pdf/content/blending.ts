import type { PDFDict } from 'pdf-lib';
import { asArray, asName, dictOf, entry, numberOf } from '../../../pdf/look-up.ts';

/** How what is painted mixes with what lies beneath it (ISO 32000-1, 11.6). */
export interface Blending {
  readonly mode: string;
  /** Of surfaces, text and images: 1 where nothing shines through. */
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
  readonly hasSoftMask: boolean;
}

/** Nothing shines through: the state at the beginning of a page. */
export const opaque: Blending = { mode: 'Normal', fillAlpha: 1, strokeAlpha: 1, hasSoftMask: false };

/**
 * What graphics state parameters make of a blending (ISO 32000-1, table 58).
 *
 * @returns `opaque` itself where nothing shines through any more
 */
export function blendingOf(parameters: PDFDict | undefined, before: Blending): Blending {
  const mask = entry(parameters, 'SMask');
  const after = {
    mode: modeOf(parameters) ?? before.mode,
    fillAlpha: numberOf(parameters, 'ca') ?? before.fillAlpha,
    strokeAlpha: numberOf(parameters, 'CA') ?? before.strokeAlpha,
    hasSoftMask: mask === undefined ? before.hasSoftMask : dictOf(parameters, 'SMask') !== undefined,
  };
  const isOpaque =
    after.mode === 'Normal' && after.fillAlpha >= 1 && after.strokeAlpha >= 1 && !after.hasSoftMask;
  return isOpaque ? opaque : after;
}

/** Of several the first; `Compatible` is an old word for `Normal`. */
function modeOf(parameters: PDFDict | undefined): string | undefined {
  const stated = entry(parameters, 'BM');
  const mode = asName(stated) ?? asName(asArray(stated)[0]);
  return mode === 'Compatible' ? 'Normal' : mode;
}
