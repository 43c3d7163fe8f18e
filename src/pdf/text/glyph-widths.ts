import { nameIn, type Dictionary } from '../content/operand.ts';
import type { Objects } from '../file/objects.ts';
import { compositeWidths } from './composite-widths.ts';

/** The widths of the glyphs of a font by their codes, as a part of the size; 0 where nothing is said. */
export type GlyphWidths = (code: number) => number;

/** What the dictionary of a font says of the widths of its glyphs (ISO 32000-1, 9.2.4). */
export function glyphWidths(font: Dictionary, objects: Objects): GlyphWidths {
  return nameIn(font.get('Subtype')) === 'Type0'
    ? ofCompositeFont(font, objects)
    : ofSimpleFont(font, objects);
}

function ofCompositeFont(font: Dictionary, objects: Objects): GlyphWidths {
  const descendant = objects.dictionary(objects.array(font.get('DescendantFonts'))[0]);
  const members = objects.array(descendant?.get('W')).map((member) => {
    const found = objects.resolve(member);
    return Array.isArray(found) ? found.map(Number) : Number(found);
  });
  const widths = compositeWidths(members);
  const usual = Number(objects.resolve(descendant?.get('DW') ?? 1000));
  return (code) => (widths.get(code) ?? usual) / 1000;
}

function ofSimpleFont(font: Dictionary, objects: Objects): GlyphWidths {
  const first = Number(objects.resolve(font.get('FirstChar') ?? 0));
  const widths = objects.array(font.get('Widths')).map(Number);
  const scale = Number(objects.array(font.get('FontMatrix'))[0] ?? 0.001);
  return (code) => (widths[code - first] ?? 0) * scale;
}
