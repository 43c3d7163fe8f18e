import type { Inspector } from '../content/events.ts';
import { trimOf, type PdfPage } from '../file/pages.ts';
import type { Findings } from '../findings.ts';
import { spineOf, type Side } from '../common/spine.ts';

/** In points: smaller words are not read on a shelf. */
const least = 7;

/** Judges the words on the spine of a cover: whether they can be read. */
export function inspectSpine(findings: Findings, sides: ReadonlyArray<Side>): Inspector {
  let smallest = Infinity;
  return {
    text({ size, box, isInvisible, page }) {
      const spine = spineIn(page, sides);
      if (isInvisible || spine === undefined || size <= 0) return;
      const middle = (box[0] + box[2]) / 2;
      if (middle > spine[0] && middle < spine[1]) smallest = Math.min(smallest, size);
    },
    end({ number }) {
      if (smallest < least - 0.05)
        findings.add(
          'pdf-spine-type',
          `Words on the spine are set in ${Number(smallest.toFixed(1))} pt, ${least} pt are read on a shelf`,
          number,
        );
      smallest = Infinity;
    },
  };
}

/** From where to where the spine goes. */
function spineIn(page: PdfPage, sides: ReadonlyArray<Side>): readonly [number, number] | undefined {
  const [left, bottom, right, top] = trimOf(page);
  const found = spineOf({ width: right - left, height: top - bottom }, sides);
  if (found === undefined || found.spine <= 0) return undefined;
  return [left + found.side.width, right - found.side.width];
}
