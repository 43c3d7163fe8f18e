/**
 * Tables that do not fit as long as their words stay whole. On pages laid out too wide every
 * table that fills its lines would seem to be one, so the text is set back to its width.
 *
 * @param textWidth of the text area in CSS pixels
 */
export function wideTables(textWidth: number): Element[] {
  const { width } = document.documentElement.getBoundingClientRect();
  document.body.style.width = width > textWidth + 1 ? `${textWidth}px` : '';
  return [...document.querySelectorAll('table:not(.squeezed)')].filter(
    (table) => table.getBoundingClientRect().width > textWidth + 1,
  );
}
