import type { Inspector, Paint, PathEvent } from '../content/events.ts';
import type { Findings } from '../findings.ts';
import type { Grounds } from './grounds.ts';
import type { Separation } from './separation.ts';

/** In points; what presses still print as a line. */
const finest = 0.25;
const rounding = 0.005;

/** In points; what stays open where several plates leave it free and miss each other by a little. */
const finestReversed = 0.5;

/** A plate leaves a line free where it has this much less ink there than around it. */
const free = 0.1;

/** Judges how thin lines are: drawn ones, and rectangles that are lines to the eye. */
export function inspectLines(findings: Findings, grounds: Grounds, separation: Separation): Inspector {
  return {
    path(event) {
      const line = lineOf(event);
      if (line === undefined) return;
      const { width, paint } = line;
      const { page, extent } = event;
      if (width < finest - rounding)
        findings.add('pdf-hairline', `A line is ${inWords(width)} pt thin`, page.number);
      else if (width < finestReversed - rounding) {
        const plates = platesLeftFree(separation.inks(paint), grounds.beneath(extent));
        if (plates > 1) findings.add('pdf-hairline', reversed(width), page.number, { hint: wider });
      }
    },
  };
}

const wider = `Make such lines ${finestReversed} pt or more, or their ground of one ink: plates never meet exactly.`;

function reversed(width: number): string {
  return `A line is ${inWords(width)} pt thin and left free in several inks`;
}

function inWords(width: number): string {
  return String(Number(width.toFixed(2)));
}

/** The line that a path is. */
function lineOf({ fill, stroke, width, extent, isRectangle }: PathEvent): Line | undefined {
  if (stroke !== undefined) return { width, paint: stroke };
  if (fill === undefined || !isRectangle) return undefined;
  const [short = 0, long = 0] = [extent[2] - extent[0], extent[3] - extent[1]].toSorted((a, b) => a - b);
  return short > 0.01 && long > 20 * short && long > 4 ? { width: short, paint: fill } : undefined;
}

interface Line {
  readonly width: number;
  readonly paint: Paint;
}

/** How many plates have less ink for the line than for what lies around it. */
function platesLeftFree(
  line: ReadonlyArray<number> | undefined,
  ground: ReadonlyArray<number> | undefined,
): number {
  if (line === undefined || ground === undefined) return 0;
  return ground.filter((ink, plate) => ink - (line[plate] ?? 0) > free).length;
}
