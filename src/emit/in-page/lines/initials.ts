/** What type is measured at, in CSS pixels. */
const sample = 100;

/**
 * Some letters reach out to the left of where they stand, as J does in old faces. A large initial stands at the edge
 * of the text area, beyond which nothing is painted: it is set in by as much, and so is whole.
 */
export function setInitialsIn(): void {
  const canvas = document.createElement('canvas').getContext('2d');
  if (canvas === null) return;
  const found = [...document.querySelectorAll<HTMLElement>('.dropcap')].map((paragraph) => ({
    paragraph,
    reach: reachOf(paragraph, canvas),
  }));
  for (const { paragraph, reach } of found)
    if (reach > 0) paragraph.style.setProperty('--initial-reach', `${reach.toFixed(2)}px`);
}

/** How far the initial of a paragraph reaches out, in CSS pixels. */
function reachOf(paragraph: HTMLElement, canvas: CanvasRenderingContext2D): number {
  const [letter] = /\p{L}/u.exec(paragraph.textContent) ?? [];
  const own = getComputedStyle(paragraph);
  const { fontStyle, fontWeight, fontFamily } = getComputedStyle(paragraph, '::first-letter');
  const lines = Number.parseFloat(own.getPropertyValue('--initial-lines'));
  if (letter === undefined || own.direction === 'rtl' || !(lines > 1)) return 0;
  canvas.font = `${fontStyle} ${fontWeight} ${sample}px ${fontFamily}`;
  const reach = canvas.measureText(letter).actualBoundingBoxLeft / sample;
  const capitals = canvas.measureText('H').actualBoundingBoxAscent / sample;
  if (reach <= 0 || capitals <= 0) return 0;
  // It is as high as its lines: from the top of capitals on the first to where the last stands.
  const height = (lines - 1) * Number.parseFloat(own.lineHeight) + capitals * Number.parseFloat(own.fontSize);
  return reach * (height / capitals);
}
