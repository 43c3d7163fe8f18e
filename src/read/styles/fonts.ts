import type { VFile } from 'vfile';
import { limits } from '../../book/limits.ts';
import type { OwnFont, OwnFonts } from '../../book/book.ts';
import { report } from '../../book/messages/messages.ts';
import type { RuleId } from '../../book/messages/rules.ts';
import { rootOf } from '../manuscript.ts';
import { didYouMean } from '../../book/nearest.ts';
import { readSafely, siblingsOf } from '../files/safe-file.ts';
import { flawOf, fontType } from './font-flaw.ts';
import { fontReferences } from './stylesheet.ts';
import { faultInWords, remedyOf } from '../files/text-file.ts';

const largest = limits['font-file-size'].most;

/**
 * The fonts a stylesheet asks for, each read once: static, with TrueType outlines. Others
 * are left out, with a message at the place that asks for them.
 *
 * @param folder the manuscript folder
 * @param stylesheet the author's theme.css
 */
export async function readFonts(folder: string, stylesheet: VFile): Promise<OwnFonts> {
  const root = await rootOf(folder);
  const fonts = new Map<string, OwnFont>();
  for (const { path, file, position } of await fontReferences(stylesheet)) {
    if (fonts.has(path)) continue;
    const { bytes, fault } = await readSafely(root, path, largest);
    const complain = (rule: RuleId, reason: string, hint?: string): void =>
      report(file, rule, `The font "${path}" ${reason}`, position, hint === undefined ? {} : { hint });
    if (fault !== undefined) {
      const near = fault === 'missing' ? await siblingsOf(root, path) : [];
      const name = path.slice(path.lastIndexOf('/') + 1);
      complain('stylesheet-url', faultInWords(fault), didYouMean(name, near) ?? remedyOf(fault).hint);
      continue;
    }
    const flaw = await flawOf(bytes);
    if (flaw !== undefined) complain('font-format', flaw);
    else fonts.set(path, { path, bytes, mediaType: fontType(bytes) });
  }
  return fonts;
}
