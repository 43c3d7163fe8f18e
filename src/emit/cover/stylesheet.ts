import type { Font } from '../../book/theme.ts';
import { familyProperties, fontFaces } from '../font-face.ts';
import type { WrapGeometry } from './geometry.ts';

/** The folder of the fonts of a cover. */
export const fontFolder = '/fonts/';

/**
 * The stylesheet of the whole cover: its page, its measures, its fonts, its design.
 *
 * @param geometry its measures
 * @param looks fonts, the CSS of the design, the colour of its ground where the book states one
 */
export function wrapStylesheet(geometry: WrapGeometry, looks: CoverLooks): string {
  const { sheet, trim, bleed, side, spine, front } = geometry;
  const left = bleed + side.width;
  const panels = front === 'right' ? { back: 0, front: left + spine } : { back: left + spine, front: 0 };
  return stylesheet(looks, 'pt', {
    page: `@page { size: ${length(sheet.width, 'pt')} ${length(sheet.height, 'pt')}; margin: 0; }`,
    side,
    bleed,
    properties: {
      'wrap-width': trim.width + 2 * bleed,
      spine,
      'spine-left': left,
      'front-left': panels.front,
      'back-left': panels.back,
      'panel-width': bleed + side.width,
      'front-inset': front === 'right' ? 0 : bleed,
      'back-inset': front === 'right' ? bleed : 0,
    },
  });
}

/**
 * The stylesheet of the front alone.
 *
 * @param side its size in CSS pixels
 * @param looks as for the whole cover
 */
export function frontStylesheet(
  side: { readonly width: number; readonly height: number },
  looks: CoverLooks,
): string {
  const properties = {
    'wrap-width': side.width,
    'front-left': 0,
    'panel-width': side.width,
    'front-inset': 0,
  };
  return stylesheet(looks, 'px', { page: '', side, bleed: 0, properties });
}

export interface CoverLooks {
  readonly fonts: ReadonlyArray<Font>;
  readonly stylesheet: string;
  readonly colour?: string;
}

interface Measures {
  readonly page: string;
  readonly side: { readonly width: number; readonly height: number };
  readonly bleed: number;
  readonly properties: Readonly<Record<string, number>>;
}

function stylesheet(
  looks: CoverLooks,
  unit: 'pt' | 'px',
  { page, side, bleed, properties }: Measures,
): string {
  const lengths = Object.entries({
    ...properties,
    'side-width': side.width,
    'side-height': side.height,
    bleed,
    // All sizes of the designs are in hundredths of the width of the front.
    u: side.width / 100,
  }).map(([name, value]) => `  --${name}: ${length(value, unit)};`);
  const colour = looks.colour === undefined ? [] : [`body { --colour: ${looks.colour}; }`];
  return [
    fontFaces(looks.fonts, fontFolder),
    familyProperties(looks.fonts),
    page,
    ':root {',
    ...lengths,
    '}',
    looks.stylesheet,
    ...colour,
  ].join('\n');
}

function length(value: number, unit: 'pt' | 'px'): string {
  return `${Number(value.toFixed(4))}${unit}`;
}
