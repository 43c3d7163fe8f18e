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

  /** Characters that are measured with more than their neighbours, being joined or stacked. */
  const joined = /ff|\p{M}/u;

  const measureWhole = (text: string, face: Face): number => {
    if (canvas === null || /\d/.test(text)) return measureFigures(text, face);
    if (current !== face.key) {
      canvas.font = face.font;
      canvas.fontKerning = 'normal';
      canvas.letterSpacing = face.letterSpacing === 'normal' ? '0px' : face.letterSpacing;
      canvas.fontVariantCaps = face.caps as CanvasFontVariantCaps;
      current = face.key;
    }
    return canvas.measureText(text).width;
  };

  /** In CSS pixels. Kerning is between neighbours: so pairs, of which there are few, make up all words. */
  tools.textWidth = (text, face): number => {
    let widths = known.get(face.key);
    if (widths === undefined) known.set(face.key, (widths = new Map()));
    const cached = widths.get(text);
    if (cached !== undefined) return cached;
    const visible = text.replaceAll(/[\u00AD\u2060]/g, '');
    let width = 0;
    if (visible.length <= 2 || joined.test(visible) || /\d/.test(visible)) {
      width = measureWhole(visible, face);
    } else {
      for (let at = 0; at < visible.length - 1; at++) {
        width += tools.textWidth(visible.slice(at, at + 2), face);
        if (at > 0) width -= tools.textWidth(visible.charAt(at), face);
      }
    }
    widths.set(text, width);
    return width;
  };
}
