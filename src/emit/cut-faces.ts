import type { Font as FontkitFont } from 'fontkit';
import subsetFont from 'subset-font';
import { kept, plainData, type Shelf } from '../book/shelf.ts';
import type { Font } from '../book/theme.ts';
import { characterMap, type CharacterMap } from './character-map.ts';

/** Faces cut down to characters. */
export interface CutFaces {
  /** Those that have any of the characters. */
  readonly faces: ReadonlyArray<Font>;
  /** The characters that any of them has. */
  readonly covered: ReadonlySet<string>;
}

/** What a face has of characters, and the face cut down to that; no bytes where it has none. */
interface Cut {
  readonly present: ReadonlyArray<string>;
  readonly bytes?: Uint8Array;
}

const codec = plainData<Cut>();

/**
 * The faces cut down to those of the characters that each has; a face without any is left out.
 *
 * @param cuts what an earlier build cut
 */
export async function cutFaces(
  faces: ReadonlyArray<Font>,
  characters: ReadonlySet<string>,
  cuts: Shelf,
): Promise<CutFaces> {
  if (characters.size === 0) return { faces: [], covered: new Set() };
  const covered = new Set<string>();
  const cut: Font[] = [];
  const wanted = [...characters].join('');
  for (const face of faces) {
    const slot = cuts.slot([face.bytes, wanted]);
    const { present, bytes } = await kept(slot, codec, () => cutFace(face.bytes, characters));
    for (const character of present) covered.add(character);
    if (bytes !== undefined) cut.push({ ...face, bytes });
  }
  return { faces: cut, covered };
}

async function cutFace(face: Uint8Array, characters: ReadonlySet<string>): Promise<Cut> {
  const present = await covering(face, characters);
  if (present.length === 0) return { present };
  const bytes = await subsetFont(Buffer.from(face), present.join(''), { targetFormat: 'truetype' });
  return { present, bytes };
}

/** Those of the characters that the font has a glyph for, in code point order. */
export async function covering(font: Uint8Array, characters: ReadonlySet<string>): Promise<string[]> {
  if (characters.size === 0) return [];
  const has = characterMap(font) ?? (await unusualMap(font));
  return [...characters]
    .filter((character) => has(character.codePointAt(0) ?? 0))
    .toSorted((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
}

/** The map of a font that is packed, or has one of another format. */
async function unusualMap(font: Uint8Array): Promise<CharacterMap> {
  const { create } = await import('fontkit');
  // A font collection has no character map of its own, but themes name single faces.
  const face = create(Buffer.from(font)) as FontkitFont;
  return (codePoint) => face.hasGlyphForCodePoint(codePoint);
}
