import { create, type Font as FontkitFont } from 'fontkit';
import type { Box } from './boxes.ts';
import { written } from '../content/written.ts';

/** In points. */
const size = 7;

/** A line as operators of a content stream that fill its letters, and where it ends. */
export interface SetLine {
  readonly content: string;
  readonly right: number;
}

/** Sets short lines of text as outlines, which need no font in the file. */
export interface OutlineSetter {
  /**
   * A line of text; characters the face lacks are left out.
   *
   * @param box where it stands: at its left, on its lower edge, and cut off at its right
   */
  readonly set: (text: string, box: Box) => SetLine;
}

/**
 * A setter with a face.
 *
 * @param face a TrueType font
 */
export function outlineSetter(face: Uint8Array): OutlineSetter {
  const font = create(Buffer.from(face.buffer, face.byteOffset, face.byteLength)) as FontkitFont;
  const scale = size / font.unitsPerEm;
  return {
    set: (text, box) => {
      const known = Array.from(text).filter((character) =>
        font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
      );
      const { glyphs, positions } = font.layout(known.join(''));
      const parts: string[] = [];
      let x = box.left;
      for (const [index, glyph] of glyphs.entries()) {
        const position = positions[index];
        const advance = (position?.xAdvance ?? 0) * scale;
        if (x + advance > box.right) break;
        const path = outline(glyph.path.commands);
        if (path !== '')
          parts.push(`q ${[scale, 0, 0, scale, x, box.bottom].map(written).join(' ')} cm ${path} f Q`);
        x += advance;
      }
      return { content: parts.join('\n'), right: x };
    },
  };
}

type Commands = ReturnType<FontkitFont['getGlyph']>['path']['commands'];

function outline(commands: Commands): string {
  let [x, y] = [0, 0];
  const parts: string[] = [];
  for (const { command, args } of commands) {
    const at = (index: number): number => args[index] ?? 0;
    switch (command) {
      case 'moveTo':
        parts.push(`${args.map(written).join(' ')} m`);
        break;
      case 'lineTo':
        parts.push(`${args.map(written).join(' ')} l`);
        break;
      case 'quadraticCurveTo': {
        // PDF has cubic curves only.
        const near = (from: number, control: number): number => from + ((control - from) * 2) / 3;
        const curve = [near(x, at(0)), near(y, at(1)), near(at(2), at(0)), near(at(3), at(1)), at(2), at(3)];
        parts.push(`${curve.map(written).join(' ')} c`);
        break;
      }
      case 'bezierCurveTo':
        parts.push(`${args.map(written).join(' ')} c`);
        break;
      default:
        parts.push('h');
    }
    if (args.length >= 2) [x, y] = [at(args.length - 2), at(args.length - 1)];
  }
  return parts.join(' ');
}
