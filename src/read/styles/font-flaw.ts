import { limits } from '../../book/limits.ts';
import { latin1 } from '../files/bytes.ts';

/** What fontkit knows of a font beyond its typings: the tables the file lists. */
interface Directory {
  readonly directory?: { readonly tables?: Readonly<Record<string, unknown>> };
}

/** The media types of the containers of TrueType outlines, by signature (EPUB 3.3, 3.2). */
const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['\0\x01\0\0', 'font/ttf'],
  ['true', 'font/ttf'],
  ['wOFF', 'font/woff'],
  ['wOF2', 'font/woff2'],
]);

/** The media type of a font without a flaw. */
export function fontType(bytes: Uint8Array): string {
  return mediaTypes.get(latin1(bytes, 0, 4)) ?? 'font/ttf';
}

/** What keeps a font out of a book, as the end of a sentence. */
export async function flawOf(bytes: Uint8Array): Promise<string | undefined> {
  const signature = latin1(bytes, 0, 4);
  if (signature === 'ttcf') return 'is a collection of fonts, not a single one';
  if (signature === 'OTTO') return 'has CFF outlines, not TrueType ones';
  if (!mediaTypes.has(signature)) return 'is no font of a known format';
  const font = await opened(bytes);
  if (font === undefined) return 'is damaged or cut short';
  if ('fvar' in font.tables) return 'is a variable font';
  if (!('glyf' in font.tables)) return 'has no TrueType outlines';
  return font.flaw;
}

/** The glyphs that a glyph consists of: fontkit knows them beyond its typings. */
function componentsOf(glyph: object): ReadonlyArray<{ readonly glyphID: number }> {
  const decode: unknown = Reflect.get(glyph, '_decode');
  if (typeof decode !== 'function') return [];
  const { components = [] } = (Reflect.apply(decode, glyph, []) ?? {}) as {
    readonly components?: ReadonlyArray<{ readonly glyphID: number }>;
  };
  return components;
}

/**
 * What is wrong with the glyphs that consist of others.
 *
 * @param glyphOf gives a glyph by its number
 */
function compositeFlaw(count: number, glyphOf: (id: number) => object): string | undefined {
  const most = limits['font-components'].most;
  const sizes = new Map<number, number>();
  const sizeOf = (id: number): number => {
    const known = sizes.get(id);
    if (known !== undefined) return known;
    // Until it is known, whoever meets it again has come full circle.
    sizes.set(id, Number.POSITIVE_INFINITY);
    const components = componentsOf(glyphOf(id));
    const size = components.reduce((sum, { glyphID }) => (sum > most ? sum : sum + sizeOf(glyphID)), 1);
    sizes.set(id, size);
    return size;
  };
  for (let id = 0; id < count; id++)
    if (sizeOf(id) > most) return `has a glyph that consists of itself, or of more than ${most} others`;
  return undefined;
}

/** A font that can be read whole. */
interface Opened {
  readonly tables: Readonly<Record<string, unknown>>;
  readonly flaw: string | undefined;
}

async function opened(bytes: Uint8Array): Promise<Opened | undefined> {
  // Books without fonts of their own need not load it.
  const { create } = await import('fontkit');
  try {
    const font = create(Buffer.from(bytes));
    if (!('getGlyph' in font)) return undefined;
    const { tables } = (font as Directory).directory ?? {};
    if (tables === undefined) return undefined;
    const flaw = 'glyf' in tables ? compositeFlaw(font.numGlyphs, (id) => font.getGlyph(id)) : undefined;
    // Tables are read when first needed: a missing end shows only then.
    if (flaw === undefined && font.getGlyph(font.numGlyphs - 1).path === undefined) return undefined;
    return { tables, flaw };
  } catch {
    return undefined;
  }
}
