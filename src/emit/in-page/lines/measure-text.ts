import type { Face } from './face.ts';
import type { TextWidth } from './word-widths.ts';

/** A canvas whose text has a language, which TypeScript does not know yet. */
type WithLanguage = CanvasRenderingContext2D & { lang: string };

/** What measures a text as a whole. */
export function textMeasurer(): TextWidth {
  const canvas = document.createElement('canvas').getContext('2d') as WithLanguage | null;
  let current = '';
  return (text, face) => {
    if (canvas === null || /\d/.test(text)) return widthOfFigures(text, face);
    if (current !== face.key) {
      canvas.lang = face.language;
      canvas.font = face.font;
      canvas.fontKerning = 'normal';
      canvas.letterSpacing = face.letterSpacing === 'normal' ? '0px' : face.letterSpacing;
      canvas.fontVariantCaps = face.caps as CanvasFontVariantCaps;
      current = face.key;
    }
    return canvas.measureText(text).width;
  };
}

/** Figures of the kind a stylesheet asks for, which a canvas cannot be asked for. */
function widthOfFigures(text: string, face: Face): number {
  const probe = document.createElement('span');
  probe.lang = face.language;
  probe.style.cssText = `position: absolute; white-space: pre; font: ${face.font}`;
  probe.style.fontVariantCaps = face.caps;
  probe.style.fontVariantNumeric = face.numerals;
  probe.style.letterSpacing = face.letterSpacing;
  probe.textContent = text;
  document.documentElement.append(probe);
  const { width } = probe.getBoundingClientRect();
  probe.remove();
  return width;
}
