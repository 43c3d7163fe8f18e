import type { Inspector, TextEvent } from '../content/events.ts';
import type { PdfFont } from '../content/font.ts';
import { meet } from '../content/matrix.ts';
import { bleedOf, trimOf } from '../file/pages.ts';
import type { Expectations } from '../expectations.ts';
import type { Findings } from '../findings.ts';

/** A font as the file uses it: the codes shown, and where it is used first. */
export interface FontUse {
  readonly codes: Set<number>;
  readonly pages: Set<number>;
}

/** In points: side bearings and slanted letters may hang over by as much. */
const overhang = 1.5;

/** Judges where text stands and whether its glyphs exist, and notes which fonts are used. */
export function inspectText(
  findings: Findings,
  fonts: Map<PdfFont, FontUse>,
  { knowsMissing }: Expectations,
): Inspector {
  return {
    text(event) {
      const { font, codes, page } = event;
      if (font === undefined) {
        findings.add('pdf-font-embedded', 'Text is set in a font the file does not define', page.number);
      } else {
        let use = fonts.get(font);
        if (use === undefined) {
          use = { codes: new Set(), pages: new Set() };
          fonts.set(font, use);
        }
        use.pages.add(page.number);
        for (const code of codes) {
          use.codes.add(code);
          if (knowsMissing !== true && font.isMissing(code))
            findings.add('pdf-glyph-missing', `A character is missing in the font ${font.name}`, page.number);
        }
      }
      if (!event.isInvisible && isCut(event))
        findings.add('pdf-text-cut', 'Text runs over the edge of the page', page.number);
    },
  };
}

/** Whether the knife goes through it; what lies outside the bleed is the printer's slug. */
function isCut({ box, page }: TextEvent): boolean {
  const [left, bottom, right, top] = trimOf(page);
  const isInside =
    box[0] >= left - overhang &&
    box[2] <= right + overhang &&
    box[1] >= bottom - overhang &&
    box[3] <= top + overhang;
  return !isInside && meet(box, bleedOf(page)) !== undefined;
}
