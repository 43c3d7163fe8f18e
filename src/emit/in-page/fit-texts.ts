/**
 * Gives each text the largest size at which it stays inside its box, from `--most` down to `--least`
 * (custom properties of the box); the names of those that do not fit at any.
 */
export function fitTexts(): string[] {
  const overflowing: string[] = [];
  for (const box of document.querySelectorAll<HTMLElement>('[data-fit]')) {
    const style = getComputedStyle(box);
    const most = Number.parseFloat(style.getPropertyValue('--most'));
    const least = Number.parseFloat(style.getPropertyValue('--least'));
    const fits = (tenths: number): boolean => {
      box.style.setProperty('--size', String(tenths / 10));
      // Lengths are rounded to whole pixels here.
      return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;
    };
    let tenths = Math.floor(most * 10);
    while (tenths > least * 10 && !fits(tenths)) tenths -= 1;
    if (!fits(tenths)) {
      box.style.setProperty('overflow-wrap', 'anywhere');
      overflowing.push(box.dataset['fit'] ?? '');
    }
  }
  return overflowing;
}
