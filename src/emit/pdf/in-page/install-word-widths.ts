import type { Face, PageWindow } from './page-tools.ts';

/** Adds what measures text without laying it out. Runs in the page. */
export function installWordWidths(): void {
  const tools = (window as unknown as PageWindow).colophonTools;
  const canvas = document.createElement('canvas').getContext('2d');
  const known = new Map<string, Map<string, number>>();
  let current = '';

  /** Figures of the kind a stylesheet asks for, which a canvas cannot be asked for. */
  const measureFigures = (text: string, face: Face): number => {
    const probe = document.createElement('span');
    probe.style.cssText = `position: absolute; white-space: pre; font: ${face.font}`;
    probe.style.fontVariantCaps = face.caps;
    probe.style.fontVariantNumeric = face.numerals;
    probe.style.letterSpacing = face.letterSpacing;
    probe.textContent = text;
    document.documentElement.append(probe);
    const { width } = probe.getBoundingClientRect();
    probe.remove();
    return width;
  };

  /** In CSS pixels. */
  tools.textWidth = (text, face): number => {
    const key = `${face.font} ${face.caps} ${face.letterSpacing} ${face.numerals}`;
    let widths = known.get(key);
    if (widths === undefined) known.set(key, (widths = new Map()));
    let width = widths.get(text);
    if (width !== undefined) return width;
    const visible = text.replaceAll(/[\u00AD\u2060]/g, '');
    if (canvas === null || /\d/.test(visible)) {
      width = measureFigures(visible, face);
    } else {
      if (current !== key) {
        canvas.font = face.font;
        canvas.fontKerning = 'normal';
        canvas.letterSpacing = face.letterSpacing === 'normal' ? '0px' : face.letterSpacing;
        canvas.fontVariantCaps = face.caps as CanvasFontVariantCaps;
        current = key;
      }
      width = canvas.measureText(visible).width;
    }
    widths.set(text, width);
    return width;
  };
}
