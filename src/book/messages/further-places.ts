import { originOf, type Place } from './origin.ts';

/** How many further places a message names. */
const named = 3;

/** The end of a reason that speaks of several places: the next ones after its own. */
export function furtherPlaces(others: ReadonlyArray<Place>): string {
  if (others.length === 0) return '';
  const next = others
    .slice(0, named)
    .map(({ file, point }) => originOf(file, point))
    .map(({ file, point }) => `${file.path}:${point.line}:${point.column}`)
    .join(', ');
  return `; next ${next}${others.length > named ? ' …' : ''}`;
}
