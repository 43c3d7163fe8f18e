import { create, type Font as FontkitFont } from 'fontkit';
import type { RootContent } from 'hast';
import subsetFont from 'subset-font';
import { sections, type Book, type Hast } from '../book/book.ts';
import type { Font } from '../book/theme.ts';

type Use = Font['use'];

/** Characters that need no glyph. */
const invisible = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Control}]/u;

/** Elements set in the face for code, and those set in the face for mathematics. */
const usesByElement: Readonly<Record<string, Use>> = {
  code: 'code',
  pre: 'code',
  kbd: 'code',
  samp: 'code',
  math: 'math',
};

/**
 * Single letters of formulas are shown in mathematical italics, which are characters of
 * their own (MathML Core, 4.2): U+1D434 to U+1D467, U+1D6E2 to U+1D71B and U+210E.
 */
const mathItalics = [...range(0x1d434, 0x1d467), ...range(0x1d6e2, 0x1d71b), 0x210e].map((code) =>
  String.fromCodePoint(code),
);

/** What both editions embed, and what they cannot show. */
export interface EmbeddedFonts {
  readonly fonts: ReadonlyArray<Font>;
  /** Visible characters of the book that no font has. */
  readonly missing: ReadonlySet<string>;
}

/**
 * The fonts cut down to the characters of the book.
 *
 * Each face gets the characters of its use; the mathematical face also what no text or code
 * face has, a fallback face what is still missing. A face without any is left out.
 *
 * @param extra characters that stand in no section: folios, list markers, generated content
 */
export async function embeddedFonts(
  book: Book<Hast>,
  fonts: ReadonlyArray<Font>,
  extra: string,
): Promise<EmbeddedFonts> {
  const wanted = charactersByUse(book, extra);
  const covered = new Set<string>();
  const embedded: Font[] = [];
  for (const use of ['text', 'code', 'math', 'fallback'] as const) {
    const open = use === 'math' || use === 'fallback';
    const uncovered = [...wanted.text, ...wanted.code].filter((character) => !covered.has(character));
    const characters = new Set([...wanted[use], ...(open ? uncovered : [])]);
    for (const font of fonts.filter((face) => face.use === use)) {
      const present = covering(font, use === 'text' ? withOtherCase(characters) : characters);
      if (present.length === 0) continue;
      for (const character of present) covered.add(character);
      const bytes = await subsetFont(Buffer.from(font.bytes), present.join(''), { targetFormat: 'truetype' });
      embedded.push({ ...font, bytes });
    }
  }
  const used = [...wanted.text, ...wanted.code, ...wanted.math];
  return { fonts: embedded, missing: new Set(used.filter((character) => !covered.has(character) && !invisible.test(character))) };
}

/** Those of the characters that the font has a glyph for, in code point order. */
function covering(font: Font, characters: ReadonlySet<string>): string[] {
  // A font collection has no character map of its own, but themes name single faces.
  const face = create(Buffer.from(font.bytes)) as FontkitFont;
  return [...characters]
    .filter((character) => face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
    .toSorted((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
}

function charactersByUse(book: Book<Hast>, extra: string): Record<Use, Set<string>> {
  const found: Record<Use, Set<string>> = {
    text: new Set(extra),
    code: new Set(),
    math: new Set(),
    fallback: new Set(),
  };
  const visit = (node: RootContent, use: Use): void => {
    if (node.type === 'text') {
      for (const character of node.value) found[use].add(character);
    } else if (node.type === 'element') {
      const inner = usesByElement[node.tagName] ?? use;
      for (const child of node.children) visit(child, inner);
    }
  };
  for (const section of sections(book)) for (const child of section.tree.children) visit(child, 'text');
  if (found.math.size > 0) for (const character of mathItalics) found.math.add(character);
  return found;
}

/** Small capitals and capitals are made of the other case. */
function withOtherCase(characters: ReadonlySet<string>): Set<string> {
  return new Set([...characters].flatMap((each) => [each, ...each.toUpperCase(), ...each.toLowerCase()]));
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
