import type { Box } from '../file/pages.ts';
import { opaque, type Blending } from './blending.ts';
import { deviceSpaces } from './colour-space.ts';
import type { Paint } from './events.ts';
import type { PdfFont } from './font.ts';
import { identity, type Matrix } from './matrix.ts';

/** What `q` keeps and `Q` brings back (ISO 32000-1, 8.4 and 9.3). */
export interface GraphicsState {
  matrix: Matrix;
  clip: Box;
  fill: Paint;
  stroke: Paint;
  blending: Blending;
  lineWidth: number;
  font: PdfFont | undefined;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  /** 1 for 100 percent. */
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
}

const black: Paint = { space: deviceSpaces.grey, values: [0] };

/** The state at the beginning of a page. */
export function initialState(clip: Box): GraphicsState {
  return {
    matrix: identity,
    clip,
    fill: black,
    stroke: black,
    blending: opaque,
    lineWidth: 1,
    font: undefined,
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  };
}
