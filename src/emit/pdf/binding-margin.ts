/**
 * What the binding of a paperback needs on the inside, in inches, up to a number of pages: the
 * inside margins Kindle Direct Publishing asks for ("Set Trim Size, Bleed, and Margins"), whose
 * books end with the last class.
 */
const insideMargins = [
  { pages: 150, inches: 0.375 },
  { pages: 300, inches: 0.5 },
  { pages: 500, inches: 0.625 },
  { pages: 700, inches: 0.75 },
  { pages: Infinity, inches: 0.875 },
] as const;

/**
 * The least inside margin of a bound book, in PDF points.
 *
 * @param pages how many it has, blank ones included
 */
export function bindingMargin(pages: number): number {
  const found = insideMargins.find((limit) => pages <= limit.pages);
  return (found?.inches ?? 0.875) * 72;
}
