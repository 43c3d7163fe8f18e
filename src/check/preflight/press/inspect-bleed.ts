import type { Inspector, Paint } from '../content/events.ts';
import { bleedOf, trimOf, type Box, type PdfPage } from '../file/pages.ts';
import type { Findings } from '../findings.ts';

/** In points: what reaches so near to the edge is meant to reach it. */
const near = 0.5;

/** In points; 3 mm, the least that printers ask for, less a little. */
const wanted = 8.4;

/** Thinner things are lines, in points. */
const surface = 3;

/** Judges whether what reaches the edge of the page reaches over it: cut paper is never exact. */
export function inspectBleed(findings: Findings): Inspector {
  const judge = (what: string, box: Box, page: PdfPage): void => {
    if (Math.min(box[2] - box[0], box[3] - box[1]) < surface) return;
    const trim = trimOf(page);
    const bleed = bleedOf(page);
    // Outside the bleed, or on another part of the sheet.
    if (box[0] >= trim[2] || box[2] <= trim[0] || box[1] >= trim[3] || box[3] <= trim[1]) return;
    const over = [trim[0] - box[0], trim[1] - box[1], box[2] - trim[2], box[3] - trim[3]];
    const has = [trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]];
    // A side without bleed beside sides that have it is the one that is bound.
    const isBound = has.some((amount) => amount > near);
    const isShort = over.some((amount, side) => {
      const room = has[side] ?? 0;
      if (isBound && room < near) return false;
      return amount > -near && amount < (isBound ? Math.min(wanted, room) : wanted) - near;
    });
    if (isShort) findings.add('pdf-bleed', `${what} ends at the edge of the page without bleed`, page.number);
  };
  return {
    path({ fill, box, page }) {
      if (fill !== undefined && !isWhite(fill)) judge('A surface', box, page);
    },
    image({ box, page }) {
      judge('An image', box, page);
    },
  };
}

function isWhite({ space, values }: Paint): boolean {
  const paper = space.kind === 'cmyk' || space.kind === 'spot' ? 0 : 1;
  return space.name !== 'Indexed' && values.every((value) => Math.abs(value - paper) < 0.01);
}
