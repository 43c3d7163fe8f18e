import type { Inspector, Paint } from '../content/events.ts';
import type { Findings } from '../findings.ts';
import type { Grounds } from './grounds.ts';

/** In points: smaller letters have strokes as fine as the dots of a screen. */
const small = 12;

/** Of the ink: less is paper, more is solid. */
const faintest = 0.02;
const solid = 0.97;

/** Judges whether small letters are solid: a grey is printed as a screen of dots, which frays their edges. */
export function inspectType(findings: Findings, grounds: Grounds): Inspector {
  return {
    text({ fill, size, box, isInvisible, page, mark }) {
      // Shadows are not there to be read.
      if (isInvisible || mark?.saysNothing === true || size >= small || size <= 0 || fill === undefined)
        return;
      const tone = toneOf(fill);
      if (tone === undefined || tone < faintest || tone > solid) return;
      const around = grounds.beneath(box);
      // Light letters on dark ground are another matter: their edges are those of the ground.
      if (around === undefined || around.some((ink) => ink > tone)) return;
      findings.add(
        'pdf-screened-type',
        `Letters of less than ${small} pt are grey, which is printed as a screen of dots`,
        page.number,
      );
    },
  };
}

/** How much black a colour of black alone has; undefined of others. */
function toneOf({ space, values }: Paint): number | undefined {
  if (space.name === 'Indexed') return undefined;
  if (space.kind === 'grey') return 1 - (values[0] ?? 0);
  if (space.kind === 'cmyk') return values.slice(0, 3).every((ink) => ink < 0.01) ? values[3] : undefined;
  return space.kind === 'spot' && space.inks?.length === 1 && space.inks[0] === 'Black'
    ? values[0]
    : undefined;
}
