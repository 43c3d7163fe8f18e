import type { PDFStream } from 'pdf-lib';
import type { ColourSpace } from '../content/colour-space.ts';
import type { Paint } from '../content/events.ts';
import { meet } from '../content/matrix.ts';
import { trimOf, type Box, type PdfPage } from '../file/pages.ts';
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
  /** Whether pictures in RGB are taken to keep it. */
  readonly trustsProfile: boolean;
  /** Whether black is the only ink. */
  readonly black: boolean;
  /** The standard the file keeps to, where that knows no colours but those of the inks. */
  readonly inksAlone?: string | undefined;
}

/** Rounding of 8 bits to each of four inks, in percent. */
const tolerance = 1;

/** The inks of a colour, if they can be told, and their sum in percent. */
interface Inks {
  readonly inks: ReadonlyArray<number> | undefined;
  readonly total: number;
}

/** Judges the colours that letters, lines and surfaces are painted in; each is reckoned once. */
export class PaintJudge {
  readonly #findings: Findings;
  readonly #press: Press;
  readonly #known = new Map<string, Inks>();
  readonly #judged = new WeakSet<Paint>();

  constructor(findings: Findings, press: Press) {
    this.#findings = findings;
    this.#press = press;
  }

  /** Judges what may be a mark beside the page, in the colour of all plates. */
  judgeMark(paint: Paint, what: string, box: Box, page: PdfPage): void {
    if (isRegistration(paint)) {
      // It is for marks beside the page, where nothing else is.
      if (meet(box, trimOf(page)) !== undefined)
        this.#findings.add('pdf-rich-black', `${what} are in the colour of registration marks`, page.number);
    } else if (!this.#judged.has(paint)) {
      this.#judged.add(paint);
      this.judge(paint, what, page);
    }
  }

  judge(paint: Paint, what: string, { number }: PdfPage): void {
    const { inkLimit, black } = this.#press;
    judgeSpace(this.#findings, this.#press, paint.space, number, what);
    const { inks, total } = this.#inksOf(paint);
    if (total > inkLimit + tolerance) {
      const reason = `${what} have ${Math.round(total)} % ink, the limit is ${inkLimit} %`;
      this.#findings.add('pdf-ink-limit', reason, number);
    }
    if (black && inks?.some((ink, index) => index !== 3 && ink > 0.02) === true)
      this.#findings.add('pdf-colour-in-black', `${what} are coloured, the book is printed in black`, number);
  }

  #inksOf(paint: Paint): Inks {
    const { space, values } = paint;
    if (space.profile !== undefined || space.palette !== undefined) return this.#reckon(paint);
    const key = `${space.name} ${space.inks?.join() ?? ''} ${values.join(' ')}`;
    const inks = this.#known.get(key) ?? this.#reckon(paint);
    this.#known.set(key, inks);
    return inks;
  }

  #reckon(paint: Paint): Inks {
    const inks = this.#press.separation.inks(paint);
    return { inks, total: inks === undefined ? 0 : totalInk(inks) };
  }
}

/** Device colours other than those of the press, and profiles no press reads (ISO 15930-7, 6.2). */
export function judgeSpace(
  findings: Findings,
  press: Press,
  space: ColourSpace,
  page: number,
  what: string,
): void {
  const source = space.base ?? space;
  if (source.profile !== undefined) {
    const fault = press.profileFault(source.profile);
    if (fault !== undefined) findings.add('pdf-colour-space', `A colour profile ${fault}`, page);
  }
  const isInk = source.kind === 'spot' || (source.isDevice && source.kind !== 'rgb');
  if (press.inksAlone !== undefined && !isInk && source.kind !== 'unknown' && source.kind !== 'pattern') {
    findings.add(
      'pdf-colour-space',
      `${what} are in ${source.name}, ${press.inksAlone} has inks alone`,
      page,
    );
    return;
  }
  if (!source.isDevice || source.kind === 'grey') return;
  const own = source.kind === 'cmyk' ? 4 : 3;
  const { outputComponents } = press;
  if (own === outputComponents || (outputComponents === undefined && own === 4)) return;
  findings.add('pdf-colour-space', `${what} are in ${source.name}, which no press knows`, page);
}

/** The colour of all plates (ISO 32000-1, 8.6.6.4). */
function isRegistration({ space, values }: Paint): boolean {
  return space.kind === 'spot' && space.inks?.includes('All') === true && (values[0] ?? 0) > 0;
}
