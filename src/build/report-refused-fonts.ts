import { RefusedFontsError } from '../book/errors.ts';
import { report } from '../book/messages/messages.ts';
import { fontReferences } from '../read/styles/stylesheet.ts';
import type { Source } from './source.ts';

/**
 * Reports fonts of the author that no other than the browser finds fault with, where the stylesheet asks for them.
 *
 * @throws the error where it is another, or about fonts that are not the author's
 */
export async function reportRefusedFonts(
  error: unknown,
  { manuscript: { stylesheet }, ownFonts }: Source,
): Promise<void> {
  if (!(error instanceof RefusedFontsError) || stylesheet === undefined) throw error;
  const refused = new Set(error.fonts.map((font) => font.replace(/^\//, '')));
  if ([...refused].some((path) => !ownFonts.has(path))) throw error;
  for (const { path, file, position } of await fontReferences(stylesheet)) {
    if (!refused.delete(path)) continue;
    report(file, 'font-format', `The font "${path}" is refused by the browser`, position, {
      hint: 'Fetch the file again: a table in it is damaged.',
    });
  }
}
