import { create, type Font as FontkitFont } from 'fontkit';
import type { RootContent } from 'hast';
import subsetFont from 'subset-font';
import { sections, type Book, type Hast } from '../book/book.ts';
import type { Font } from '../book/theme.ts';

type Use = Font['use'];

/** Uses in the order in which their faces are asked for a character. */
const cascade: ReadonlyArray<Use> = ['heading', 'text', 'code', 'math', 'fallback'];

/** Characters that need no glyph. */
const invisible = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Control}]/u;

/** Characters that no face needs to be brought along for: shapers leave them out. */
const ignorable = /\p{Default_Ignorable_Code_Point}/u;

/** Characters of no script in particular, such as operators and arrows. */
const symbol = /\p{Script_Extensions=Common}/u;

/** Elements set in the face for code, and those set in the face for mathematics. */
const usesByElement: Readonly<Record<string, Use>> = {
  code: 'code',
  pre: 'code',
  kbd: 'code',
  samp: 'code',
  math: 'math',
};

/**
 * What formulas show besides their text: the root sign, which Chrome draws for `msqrt` and
 * `mroot`, and italics. Single letters of formulas are shown in mathematical italics, which are characters of
 * their own (MathML Core, 4.2): U+1D434 to U+1D467, with U+210E in the place of U+1D455, and
 * U+1D6E2 to U+1D71B.
 */
const formulaSigns = [
  0x221a,
  ...range(0x1d434, 0x1d454),
  0x210e,
  ...range(0x1d456, 0x1d467),
  ...range(0x1d6e2, 0x1d71b),
].map((code) => String.fromCodePoint(code));

/** What both editions embed, and what they cannot show. */
export interface EmbeddedFonts {
  readonly fonts: ReadonlyArray<Font>;
  /** Visible characters of the book that no font has. */
  readonly missing: ReadonlySet<string>;
}

/**
 * The fonts cut down to the characters of the book.
 *
 * Each face gets the characters of its use, those of headings all of the text; the mathematical face also the symbols, a fallback
 * face every character that the faces of its use lack. A face without any is left out.
 *
 * @param extra characters that stand in no section: folios, list markers, generated content
 * @param own fonts the author brings, which are embedded whole: what they have is not missing
 */
export async function embeddedFonts(
  book: Book<Hast>,
  fonts: ReadonlyArray<Font>,
  extra: string,
  own: ReadonlyArray<Uint8Array> = [],
): Promise<EmbeddedFonts> {
  const open = charactersByUse(book, extra);
  const embedded: Font[] = [];
  for (const use of cascade) {
    const requests = cascade.flatMap((setting) =>
      [...open[setting]]
        .filter((character) => mayStandIn(use, setting, character))
        .map((character) => ({ character, setting })),
    );
    const characters = new Set(requests.map(({ character }) => character));
    const covered = new Set<string>();
    for (const font of fonts.filter((face) => face.use === use)) {
      const present = covering(
        font.bytes,
        use === 'text' || use === 'heading' ? withOtherCase(characters) : characters,
      );
      if (present.length === 0) continue;
      for (const character of present) covered.add(character);
      const bytes = await subsetFont(Buffer.from(font.bytes), present.join(''), { targetFormat: 'truetype' });
      embedded.push({ ...font, bytes });
    }
    for (const { character, setting } of requests)
      if (covered.has(character)) open[setting].delete(character);
  }
  const missing = new Set(cascade.flatMap((use) => [...open[use]].filter((each) => !invisible.test(each))));
  for (const bytes of own) for (const character of covering(bytes, missing)) missing.delete(character);
  return { fonts: embedded, missing };
}

/** Whether faces for one use are asked for a character of text set in those for another. */
function mayStandIn(use: Use, setting: Use, character: string): boolean {
  if (use === setting) return true;
  if (ignorable.test(character)) return false;
  if (setting === 'heading' && use === 'text') return true;
  // Mathematical faces have letters of other scripts too, but they do not join to words.
  return use === 'fallback' || (use === 'math' && symbol.test(character));
}

/** Those of the characters that the font has a glyph for, in code point order. */
function covering(font: Uint8Array, characters: ReadonlySet<string>): string[] {
  // A font collection has no character map of its own, but themes name single faces.
  const face = create(Buffer.from(font)) as FontkitFont;
  return [...characters]
    .filter((character) => face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
    .toSorted((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
}

function charactersByUse(book: Book<Hast>, extra: string): Record<Use, Set<string>> {
  const found: Record<Use, Set<string>> = {
    heading: new Set(),
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
  // Themes set more than headings in these faces: heads of pages, captions, labels of boxes.
  found.heading = new Set(found.text);
  if (found.math.size > 0) for (const character of formulaSigns) found.math.add(character);
  return found;
}

/** Small capitals and capitals are made of the other case. */
function withOtherCase(characters: ReadonlySet<string>): Set<string> {
  return new Set(
    [...characters].flatMap((each) => [each, ...Array.from(each.toUpperCase() + each.toLowerCase())]),
  );
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
