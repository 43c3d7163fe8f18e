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
  const tables = await tablesOf(bytes);
  if (tables === undefined) return 'is damaged or cut short';
  if ('fvar' in tables) return 'is a variable font';
  if (!('glyf' in tables)) return 'has no TrueType outlines';
  return undefined;
}

async function tablesOf(bytes: Uint8Array): Promise<Readonly<Record<string, unknown>> | undefined> {
  // Books without fonts of their own need not load it.
  const { create } = await import('fontkit');
  try {
    const font = create(Buffer.from(bytes));
    // Tables are read when first needed: a missing end shows only then.
    if (!('getGlyph' in font) || font.getGlyph(font.numGlyphs - 1).path === undefined) return undefined;
    return (font as Directory).directory?.tables;
  } catch {
    return undefined;
  }
}
