import type { Purpose } from '../expectations.ts';
import type { PdfFont } from '../content/font.ts';
import type { Findings } from '../findings.ts';
import type { FontUse } from './inspect-text.ts';
import { unicodeFault } from './unicode-map.ts';

/** Judges the fonts that a file uses: they must be in it, as outlines, and on screens say what they mean. */
export function judgeFonts(findings: Findings, fonts: ReadonlyMap<PdfFont, FontUse>, purpose: Purpose): void {
  for (const [font, { pages, codes }] of fonts) {
    const { name, type } = font;
    const add = (...[rule, reason]: Parameters<Findings['add']>): void => {
      for (const page of pages) findings.add(rule, reason, page);
    };
    if (!font.isEmbedded) add('pdf-font-embedded', `The font ${name} is not embedded`);
    if (type === 'Type3' && purpose === 'press') add('pdf-font-type3', `The font ${name} is a Type 3 font`);
    const fault = purpose === 'screen' ? unicodeFault(font, codes) : undefined;
    if (fault !== undefined) add('pdf-font-unicode', `The font ${name} ${fault}`);
  }
}
