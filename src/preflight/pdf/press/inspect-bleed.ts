import type { Inspector, Paint } from '../content/events.ts';
import { bleedOf, trimOf, type Box, type PdfPage } from '../file/pages.ts';
import type { Findings } from '../findings.ts';

/** In points: what reaches so near to the edge is meant to reach it. */
const near = 0.5;

/** In points; 3 mm, the least that printers ask for, less a little. */
const wanted = 8.4;

/** Thinner things are lines, in points. */
const surface = 3;

/** What is painted, and by how much it reaches over each edge of the page: left, bottom, right, top. */
interface Surface {
  readonly what: string;
  readonly box: Box;
  readonly over: ReadonlyArray<number>;
}

/** Judges whether what reaches the edge of the page reaches over it: cut paper is never exact. */
export function inspectBleed(findings: Findings): Inspector {
  const surfaces: Surface[] = [];
  const note = (what: string, box: Box, page: PdfPage): void => {
    const [left, bottom, right, top] = trimOf(page);
    const isThin = Math.min(box[2] - box[0], box[3] - box[1]) < surface;
    const isOutside = box[0] >= right || box[2] <= left || box[1] >= top || box[3] <= bottom;
    const over = [left - box[0], bottom - box[1], box[2] - right, box[3] - top];
    if (!isThin && over.some((amount) => amount > -near))
      surfaces.push({ what, box: isOutside ? nowhere : box, over });
  };
  return {
    path({ fill, box, page, mark }) {
      if (fill === undefined || isWhite(fill) || mark?.inPattern === true) return;
      note(fill.space.kind === 'pattern' ? 'A pattern' : 'A surface', box, page);
    },
    image({ box, page, mark }) {
      if (mark?.inPattern !== true) note('An image', box, page);
    },
    shading({ box, page, mark }) {
      if (mark?.inPattern !== true) note('A gradient', box, page);
    },
    end(page) {
      const least = leastBleed(page);
      for (const { what, box, over } of surfaces) {
        const isShort = over.some(
          (amount, side) =>
            amount > -near &&
            amount < (least[side] ?? 0) - near &&
            // Where something else goes on, the edge of this one is part of the picture.
            !surfaces.some(
              (other) => (other.over[side] ?? 0) >= (least[side] ?? 0) - near && covers(other.box, box, side),
            ),
        );
        if (isShort && box !== nowhere)
          findings.add('pdf-bleed', `${what} ends at the edge of the page without bleed`, page.number);
      }
      surfaces.length = 0;
    },
  };
}

/** The box of what lies outside the page. */
const nowhere: Box = [0, 0, 0, 0];

/** By how much pictures must reach over each edge. */
function leastBleed(page: PdfPage): number[] {
  const trim = trimOf(page);
  const bleed = bleedOf(page);
  const room = [trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]];
  // A side without bleed beside sides that have it is the one that is bound.
  const isBound = room.some((amount) => amount > near);
  return room.map((amount) => (isBound ? (amount < near ? -Infinity : Math.min(wanted, amount)) : wanted));
}

/** Whether the one stands along the whole edge of the other. */
function covers(one: Box, other: Box, side: number): boolean {
  const [start, end] = side % 2 === 0 ? ([1, 3] as const) : ([0, 2] as const);
  return one[start] <= other[start] + near && one[end] >= other[end] - near;
}

function isWhite({ space, values }: Paint): boolean {
  if (space.kind === 'pattern') return false;
  const paper = space.kind === 'cmyk' || space.kind === 'spot' ? 0 : 1;
  return space.name !== 'Indexed' && values.every((value) => Math.abs(value - paper) < 0.01);
}
