import type { PageWindow } from './page-tools.ts';

/** Adds what writes page numbers into the text. Runs in the page. */
export function installNumbers(): void {
  const tools = (window as unknown as PageWindow).colophonTools;
  const places = [...document.querySelectorAll<HTMLElement>('[data-page-of]')];
  const targets = places.map((place) => document.getElementById(place.dataset['pageOf'] ?? ''));

  /**
   * A number may move its own target: "99" leaves it on page 100, "100" brings it back to 99, for
   * ever. So numbers that still change after some rounds never take less room than they once had:
   * as room only grows, the pages come to rest.
   */
  const patience = 3;
  let rounds = 0;

  const keepRoom = (indexes: ReadonlyArray<number>): void => {
    const widths = indexes.map((index) => places[index]?.getBoundingClientRect().width ?? 0);
    indexes.forEach((index, at) => {
      const { style } = places[index] as HTMLElement;
      style.display = 'inline-block';
      style.textIndent = '0';
      style.minWidth = `${widths[at]}px`;
    });
  };

  /** Whether any number changed. */
  tools.fillNumbers = ({ labels, pageOf }): boolean => {
    const numbers = targets.map((target) => (target === null ? '' : (labels[pageOf(target)] ?? '')));
    const changed = places.flatMap((place, index) => (place.textContent === numbers[index] ? [] : [index]));
    if (changed.length === 0) return false;
    rounds++;
    if (rounds > patience) keepRoom(changed);
    for (const index of changed) (places[index] as HTMLElement).textContent = numbers[index] ?? '';
    return true;
  };
}
