/** The height of an element in CSS pixels: that of all its pieces, where pages divide it. */
export function heightOf(element: Element): number {
  return [...element.getClientRects()].reduce((sum, rect) => sum + rect.height, 0);
}
