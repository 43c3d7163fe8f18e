import type { Inspector } from '../content/events.ts';
import type { Findings } from '../findings.ts';

/** In points; what presses still print as a line. */
const finest = 0.25;
const rounding = 0.005;

/** Judges how thin lines are: drawn ones, and rectangles that are lines to the eye. */
export function inspectLines(findings: Findings): Inspector {
  return {
    path({ fill, stroke, width, extent, isRectangle, page }) {
      if (stroke !== undefined && width < finest - rounding) tell(width, page.number);
      if (fill === undefined || stroke !== undefined || !isRectangle) return;
      const [short, long] = [extent[2] - extent[0], extent[3] - extent[1]].toSorted((a, b) => a - b) as [
        number,
        number,
      ];
      if (short > 0.01 && short < finest - rounding && long > 20 * short && long > 4)
        tell(short, page.number);
    },
  };

  function tell(width: number, page: number): void {
    findings.add('pdf-hairline', `A line is ${Number(width.toFixed(2))} pt thin`, page);
  }
}
