/** Effects that turn text into something else, and by which property elements tell where they are declared. */
const effects = [
  // A picture of the text.
  { property: 'filter', at: '--filter-at', none: 'none', isLoss: (value: string) => value !== 'none' },
  // Outlines of its letters; what stays in the plane of the page stays text.
  {
    property: 'transform',
    at: '--transform-at',
    none: 'none',
    isLoss: (value: string) => value.startsWith('matrix3d'),
  },
  // A font without a program, which no press takes.
  {
    property: '-webkit-text-stroke-width',
    at: '--text-stroke-at',
    none: '0',
    isLoss: (value: string) => value !== '0px',
  },
] as const;

/**
 * Takes from elements with text what would be painted so that the text is none any more, in place.
 *
 * @returns where the stylesheet of the author declares it, as offsets
 */
export function leaveOutEffects(): number[] {
  const places = new Set<number>();
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const style = getComputedStyle(element);
    for (const { property, at, none, isLoss } of effects) {
      if (!isLoss(style.getPropertyValue(property)) || element.textContent.trim() === '') continue;
      const place = style.getPropertyValue(at);
      if (place === '') continue;
      places.add(Number(place));
      element.style.setProperty(property, none, 'important');
    }
  }
  return [...places];
}
