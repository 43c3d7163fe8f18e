import type { PDFStream } from 'pdf-lib';
import { entry } from '../../../pdf/look-up.ts';
import { trimOf, type Box, type PdfPage } from '../file/pages.ts';
import { spaceOf, type ColourSpace } from '../content/colour-space.ts';
import type { Inspector, Paint } from '../content/events.ts';
import { meet } from '../content/matrix.ts';
import type { Findings } from '../findings.ts';
import { totalInk, type Separation } from './separation.ts';

/** What colours are held against. */
export interface Press {
  readonly separation: Separation;
  /** What is wrong with the profile of a colour space. */
  readonly profileFault: (profile: PDFStream) => string | undefined;
  /** Of the output intent: its number of inks; none where there is none. */
  readonly outputComponents: number | undefined;
  /** Percent. */
  readonly inkLimit: number;
  /** Whether black is the only ink. */
  readonly black: boolean;
}

/** Rounding of 8 bits to each of four inks, in percent. */
const tolerance = 1;

/** Text of this size, in points, is so heavy that its inks may miss each other. */
const largeText = 24;

/** Judges the colours of text, lines, surfaces and shadings for the press. */
export function inspectColours(findings: Findings, press: Press): Inspector {
  const judged = new Map<string, ReturnType<typeof judge>>();
  const paints = new WeakSet<Paint>();

  function judge(paint: Paint): { readonly inks: number[] | undefined; readonly total: number } {
    const inks = press.separation.inks(paint);
    return { inks, total: inks === undefined ? 0 : totalInk(inks) };
  }

  function inksOf(paint: Paint): ReturnType<typeof judge> {
    const { space, values } = paint;
    if (space.profile !== undefined || space.palette !== undefined) return judge(paint);
    const key = `${space.name} ${space.inks?.join() ?? ''} ${values.join(' ')}`;
    const known = judged.get(key) ?? judge(paint);
    judged.set(key, known);
    return known;
  }

  function inspect(paint: Paint | undefined, page: number, what: string): void {
    if (paint === undefined) return;
    judgeSpace(findings, press, paint.space, page, what);
    const { inks, total } = inksOf(paint);
    if (total > press.inkLimit + tolerance) {
      findings.add(
        'pdf-ink-limit',
        `${what} have ${Math.round(total)} % ink, the limit is ${press.inkLimit} %`,
        page,
      );
    }
    if (
      press.black &&
      inks !== undefined &&
      [...inks.slice(0, 3), ...inks.slice(4)].some((ink) => ink > 0.02)
    )
      findings.add('pdf-colour-in-black', `${what} are coloured, the book is printed in black`, page);
  }

  /** It is for marks beside the page, where nothing else is. */
  function judgeRegistration(what: string, box: Box, page: PdfPage): void {
    if (meet(box, trimOf(page)) !== undefined)
      findings.add('pdf-rich-black', `${what} are in the colour of registration marks`, page.number);
  }

  return {
    text({ fill, stroke, size, page, box, isInvisible }) {
      if (isInvisible) return;
      for (const paint of [fill, stroke]) {
        if (paint === undefined) continue;
        if (isRichBlack(paint, size))
          findings.add('pdf-rich-black', `Black text is ${inkWords(paint.space)}`, page.number);
        if (isRegistration(paint)) {
          judgeRegistration('Letters', box, page);
          continue;
        }
        if (paints.has(paint)) continue;
        paints.add(paint);
        inspect(paint, page.number, 'Letters');
      }
    },
    path({ fill, stroke, page, box }) {
      for (const [paint, what] of [
        [fill, 'Surfaces'],
        [stroke, 'Lines'],
      ] as const) {
        if (paint === undefined) continue;
        if (isRegistration(paint)) {
          judgeRegistration(what, box, page);
          continue;
        }
        if (paints.has(paint)) continue;
        paints.add(paint);
        inspect(paint, page.number, what);
      }
    },
    image({ space, stencil, page }) {
      if (stencil !== undefined) inspect(stencil, page.number, 'Stencils');
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

/** Device colours other than those of the press, and profiles no press reads (ISO 15930-7, 6.2). */
function judgeSpace(findings: Findings, press: Press, space: ColourSpace, page: number, what: string): void {
  const source = space.base ?? space;
  if (source.profile !== undefined) {
    const fault = press.profileFault(source.profile);
    if (fault !== undefined) findings.add('pdf-colour-space', `A colour profile ${fault}`, page);
  }
  if (!source.isDevice || source.kind === 'grey') return;
  const own = source.kind === 'cmyk' ? 4 : 3;
  const { outputComponents } = press;
  if (own === outputComponents || (outputComponents === undefined && own === 4)) return;
  findings.add('pdf-colour-space', `${what} are in ${source.name}, which no press knows`, page);
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

/** The colour of all plates (ISO 32000-1, 8.6.6.4). */
function isRegistration({ space, values }: Paint): boolean {
  return space.kind === 'spot' && space.inks?.includes('All') === true && (values[0] ?? 0) > 0;
}
