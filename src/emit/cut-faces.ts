import { create, type Font as FontkitFont } from 'fontkit';
import subsetFont from 'subset-font';
import type { Font } from '../book/theme.ts';

/** Faces cut down to characters. */
export interface CutFaces {
  /** Those that have any of the characters. */
  readonly faces: ReadonlyArray<Font>;
  /** The characters that any of them has. */
  readonly covered: ReadonlySet<string>;
}

/** The faces cut down to those of the characters that each has; a face without any is left out. */
export async function cutFaces(
  faces: ReadonlyArray<Font>,
  characters: ReadonlySet<string>,
): Promise<CutFaces> {
  const covered = new Set<string>();
  const cut: Font[] = [];
  for (const face of faces) {
    const present = covering(face.bytes, characters);
    if (present.length === 0) continue;
    for (const character of present) covered.add(character);
    const bytes = await subsetFont(Buffer.from(face.bytes), present.join(''), { targetFormat: 'truetype' });
    cut.push({ ...face, bytes });
  }
  return { faces: cut, covered };
}

/** Those of the characters that the font has a glyph for, in code point order. */
export function covering(font: Uint8Array, characters: ReadonlySet<string>): string[] {
  if (characters.size === 0) return [];
  // A font collection has no character map of its own, but themes name single faces.
  const face = create(Buffer.from(font)) as FontkitFont;
  return [...characters]
    .filter((character) => face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
    .toSorted((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
}
