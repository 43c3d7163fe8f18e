import { create } from 'fontkit';
import type { VFile } from 'vfile';
import type { Asset, Assets } from '../../book/book.ts';
import { report } from '../../book/messages/messages.ts';
import type { RuleId } from '../../book/messages/rules.ts';
import { latin1 } from '../files/bytes.ts';
import { rootOf } from '../manuscript.ts';
import { didYouMean } from '../../book/nearest.ts';
import { readSafely, siblingsOf } from '../files/safe-file.ts';
import { fontReferences } from './stylesheet.ts';
import { faultInWords } from '../files/text-file.ts';

const largest = 32 << 20;

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

/**
 * The fonts a stylesheet asks for, each read once: static, with TrueType outlines. Others
 * are left out, with a message at the place that asks for them.
 *
 * @param folder the manuscript folder
 * @param stylesheet the author's theme.css
 */
export async function readFonts(folder: string, stylesheet: VFile): Promise<Assets> {
  const root = await rootOf(folder);
  const fonts = new Map<string, Asset>();
  for (const { path, file, position } of await fontReferences(stylesheet)) {
    if (fonts.has(path)) continue;
    const { bytes, fault } = await readSafely(root, path, largest);
    const complain = (rule: RuleId, reason: string, hint?: string): void =>
      report(file, rule, `The font "${path}" ${reason}`, position, hint === undefined ? {} : { hint });
    if (fault !== undefined) {
      const near = fault === 'missing' ? await siblingsOf(root, path) : [];
      const name = path.slice(path.lastIndexOf('/') + 1);
      complain('stylesheet-url', faultInWords(fault), didYouMean(name, near));
      continue;
    }
    const flaw = flawOf(bytes);
    if (flaw !== undefined) complain('font-format', flaw);
    else fonts.set(path, { path, bytes, mediaType: mediaTypes.get(latin1(bytes, 0, 4)) ?? 'font/ttf' });
  }
  return fonts;
}

/** What keeps a font out of a book, as the end of a sentence. */
function flawOf(bytes: Uint8Array): string | undefined {
  const signature = latin1(bytes, 0, 4);
  if (signature === 'ttcf') return 'is a collection of fonts, not a single one';
  if (signature === 'OTTO') return 'has CFF outlines, not TrueType ones';
  if (!mediaTypes.has(signature)) return 'is no font of a known format';
  const tables = tablesOf(bytes);
  if (tables === undefined) return 'is damaged or cut short';
  if ('fvar' in tables) return 'is a variable font';
  if (!('glyf' in tables)) return 'has no TrueType outlines';
  return undefined;
}

function tablesOf(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const font = create(Buffer.from(bytes));
    // Tables are read when first needed: a missing end shows only then.
    if (!('getGlyph' in font) || font.getGlyph(font.numGlyphs - 1).path === undefined) return undefined;
    return (font as Directory).directory?.tables;
  } catch {
    return undefined;
  }
}
