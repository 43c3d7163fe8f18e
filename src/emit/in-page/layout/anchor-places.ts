import type { AnchorPlace } from '../../pdf/page/pagination.ts';
import { firstRect, type Layout } from './layout.ts';

/** Where each of the elements fell. */
export function anchorPlaces(identified: ReadonlyArray<Element>, { tops, pageAt }: Layout): AnchorPlace[] {
  const lefts = [...document.documentElement.getClientRects()].map((rect) => rect.left);
  return identified.map((element) => {
    const rect = firstRect(element);
    const page = pageAt(rect);
    return { id: element.id, page, x: rect.left - (lefts[page] ?? 0), y: rect.top - (tops[page] ?? 0) };
  });
}
