import { entry } from '../../../pdf/look-up.ts';
import { spaceOf, type ColourSpace } from '../content/colour-space.ts';
import type { Inspector, Paint } from '../content/events.ts';
import type { Findings } from '../findings.ts';
import { judgeSpace, PaintJudge, type Press } from './judge-paint.ts';

/** Text of this size, in points, is so heavy that its inks may miss each other. */
const largeText = 24;

/** Judges the colours of text, lines, surfaces and shadings for the press. */
export function inspectColours(findings: Findings, press: Press): Inspector {
  const paints = new PaintJudge(findings, press);
  return {
    text({ fill, stroke, size, page, box, isInvisible }) {
      if (isInvisible) return;
      for (const paint of [fill, stroke]) {
        if (paint === undefined) continue;
        if (isRichBlack(paint, size))
          findings.add('pdf-rich-black', `Black text is ${inkWords(paint.space)}`, page.number);
        paints.judgeMark(paint, 'Letters', box, page);
      }
    },
    path({ fill, stroke, page, box }) {
      if (fill !== undefined) paints.judgeMark(fill, 'Surfaces', box, page);
      if (stroke !== undefined) paints.judgeMark(stroke, 'Lines', box, page);
    },
    image({ space, stencil, page }) {
      if (stencil !== undefined) paints.judge(stencil, 'Stencils', page);
      else if (space !== undefined) judgeSpace(findings, press, space, page.number, 'Images');
    },
    shading({ space, page }) {
      judgeSpace(findings, press, space, page.number, 'Gradients');
    },
    group(group, page) {
      const space = entry(group, 'CS');
      if (space === undefined) return;
      const blending = spaceOf(space, page.resources);
      judgeSpace(findings, press, blending, page.number, 'Transparent groups');
    },
  };
}

/** Grey or black that is not printed by the black ink alone. */
function isRichBlack({ space, values }: Paint, size: number): boolean {
  const [a = 0, b = 0, c = 0, black = 0] = values;
  const spread = Math.max(a, b, c) - Math.min(a, b, c);
  if (space.name === 'Indexed') return false;
  if (space.kind === 'rgb') return spread <= 0.02 && a < 0.98;
  if (space.kind !== 'cmyk' || size >= largeText || spread > 0.25) return false;
  return a + b + c > 0.1 && (black >= 0.5 || Math.min(a, b, c) >= 0.6);
}

function inkWords(space: ColourSpace): string {
  return space.kind === 'cmyk'
    ? 'printed in more inks than black'
    : `in ${space.isDevice ? space.name : 'RGB'}, which is printed in four inks`;
}
