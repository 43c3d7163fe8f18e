import type { Geometry } from './geometry.ts';

/** More pages than any book has. */
const mostPages = 1e5;

/** The fewest and the most pages whose inside margin, which grows with them, is that of a number of pages. */
export function pagesWithSameMargins(
  geometryFor: (pages: number) => Geometry,
  pages: number,
): readonly [least: number, most: number] {
  const { inside } = geometryFor(pages).margins;
  const isSame = (count: number): boolean => geometryFor(count).margins.inside === inside;
  return [lastWhere(isSame, pages, 0), lastWhere(isSame, pages, mostPages)];
}

/** The last number from one that has a property to another that may not have it. */
function lastWhere(has: (count: number) => boolean, from: number, to: number): number {
  if (has(to)) return to;
  let [yes, no] = [from, to];
  while (Math.abs(no - yes) > 1) {
    const middle = Math.trunc((yes + no) / 2);
    if (has(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
