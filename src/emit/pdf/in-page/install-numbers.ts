import type { PageWindow } from './page-tools.ts';

/** Adds what writes page numbers into the text. Runs in the page. */
export function installNumbers(): void {
  const tools = (window as unknown as PageWindow).colophonTools;
  const places = [...document.querySelectorAll<HTMLElement>('[data-page-of]')];
  const targets = places.map((place) => document.getElementById(place.dataset['pageOf'] ?? ''));

  /** Whether any number changed. */
  tools.fillNumbers = ({ labels, pageOf }): boolean => {
    const numbers = targets.map((target) => (target === null ? '' : (labels[pageOf(target)] ?? '')));
    let changed = false;
    places.forEach((place, index) => {
      const number = numbers[index] ?? '';
      if (place.textContent === number) return;
      place.textContent = number;
      changed = true;
    });
    return changed;
  };
}
