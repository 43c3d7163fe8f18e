import type { BookView } from './book-view.ts';
import { byId } from './elements.ts';
import { papers, screens } from './readings.ts';

/** Makes the tools above the e-book work, and their keys. */
export function bookTools(view: BookView): void {
  const [screen, paper, size] = ['device', 'paper', 'text-size'].map((id) => byId(id, HTMLSelectElement));
  const read = (): void => {
    view.reading = {
      screen: keyIn(screens, screen?.value, 'phone'),
      paper: keyIn(papers, paper?.value, 'light'),
      size: Number(size?.value),
    };
  };
  for (const select of [screen, paper, size]) select?.addEventListener('change', read);
  read();
  byId('book-before').addEventListener('click', () => view.turn(-1));
  byId('book-behind').addEventListener('click', () => view.turn(1));
  document.addEventListener('keydown', (event) => {
    if (byId('book').hidden || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target instanceof Element && event.target.matches('input, select, [role=tab]')) return;
    const step = ({ ArrowLeft: -1, PageUp: -1, ArrowRight: 1, PageDown: 1 } as const)[event.key as 'PageUp'];
    if (step === undefined) return;
    event.preventDefault();
    view.turn(step);
  });
}

function keyIn<Name extends string>(
  table: Readonly<Record<Name, unknown>>,
  value: string | undefined,
  usual: Name,
): Name {
  return value !== undefined && value in table ? (value as Name) : usual;
}
