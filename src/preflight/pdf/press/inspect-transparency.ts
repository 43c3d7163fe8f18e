import { numberOf, streamOf } from '../../../pdf/look-up.ts';
import { opaque, type Blending } from '../content/blending.ts';
import type { ImageEvent, Inspector } from '../content/events.ts';
import type { Findings } from '../findings.ts';
import type { Grounds } from './grounds.ts';

/**
 * Tells of what lets shine through what lies beneath it, for printers who take no transparency.
 *
 * @param standard the one the file keeps to, where it has none: what shines through then is an error
 */
export function inspectTransparency(findings: Findings, grounds: Grounds, standard?: string): Inspector {
  const tell = (reason: string, page: number, hint?: string): void =>
    findings.add(
      'pdf-transparency',
      standard === undefined ? reason : `${reason}, which ${standard} does not know`,
      page,
      {
        ...(hint !== undefined && { hint }),
        ...(standard !== undefined && { severity: 'error' as const }),
      },
    );
  const judge = (blending: Blending, alpha: number, what: string, page: number): void => {
    if (blending === opaque) return;
    if (blending.hasSoftMask) tell(`${what} fade out through a soft mask`, page);
    if (alpha < 1) tell(`${what} are not opaque`, page);
    if (blending.mode !== 'Normal')
      tell(`${what} mix with what lies beneath them (blend mode ${blending.mode})`, page);
  };
  return {
    text({ blending, fill, stroke, isInvisible, page }) {
      if (isInvisible || blending === opaque) return;
      judge(blending, alphaOf(blending, fill, stroke), 'Letters', page.number);
    },
    path({ blending, fill, stroke, page }) {
      const what = fill === undefined ? 'Lines' : 'Surfaces';
      judge(blending, alphaOf(blending, fill, stroke), what, page.number);
    },
    image({ blending, stream, page, box }) {
      if (hasStencil(stream) && grounds.beneath(box)?.every((ink) => ink === 0) !== true)
        findings.add(
          'pdf-transparency',
          'An image that is cut out stands on a colour: its edge has no soft pixels',
          page.number,
          {
            hint: 'Look at its edges in the press file, or give the image the colour of its ground instead of transparency.',
          },
        );
      if (hasAlpha(stream))
        tell('An image has an alpha channel', page.number, 'Save the image without alpha channel, on white.');
      judge(blending, blending.fillAlpha, 'Images', page.number);
    },
    group(_, page, blending) {
      judge(blending, blending.fillAlpha, 'Blocks', page.number);
    },
    shading({ blending, page }) {
      judge(blending, blending.fillAlpha, 'Gradients', page.number);
    },
  };
}

function alphaOf({ fillAlpha, strokeAlpha }: Blending, fill: unknown, stroke: unknown): number {
  return Math.min(fill === undefined ? 1 : fillAlpha, stroke === undefined ? 1 : strokeAlpha);
}

/** An image with a mask that lets pixels through or not (ISO 32000-1, 8.9.6.3). */
function hasStencil(stream: ImageEvent['stream']): boolean {
  return streamOf(stream?.dict, 'Mask') !== undefined;
}

/** An image with a soft mask of its own (ISO 32000-1, 11.6.5.3). */
function hasAlpha(stream: ImageEvent['stream']): boolean {
  return streamOf(stream?.dict, 'SMask') !== undefined || (numberOf(stream?.dict, 'SMaskInData') ?? 0) > 0;
}
