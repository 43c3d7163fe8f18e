import type { PrintFacts } from '../protocol.ts';
import { byId } from './elements.ts';
import type { PagesView } from './pages-view.ts';
import type { Zoom } from './zoom.ts';

/** The tools above the pages, and their keys. */
export interface PagesTools {
  readonly showPage: (index: number, facts: PrintFacts | undefined) => void;
  /** Whether the place that was changed is to be shown. */
  readonly follows: () => boolean;
}

/** How much larger or smaller a step makes the pages. */
const step = 1.25;

/** Makes the tools work on a view. */
export function pagesTools(view: PagesView): PagesTools {
  const page = byId('page', HTMLInputElement);
  const zoom = byId('zoom', HTMLSelectElement);
  const [spreads, guides, follow] = ['spreads', 'guides', 'follow'].map((id) => byId(id, HTMLInputElement));
  let labels: ReadonlyArray<string> = [];
  const resize = (factor: number): void => {
    const size = Math.min(4, Math.max(0.1, view.size * factor));
    showSize(zoom, size);
    view.zoom = size;
  };
  byId('before').addEventListener('click', () => view.turn(-1));
  byId('behind').addEventListener('click', () => view.turn(1));
  byId('smaller').addEventListener('click', () => resize(1 / step));
  byId('larger').addEventListener('click', () => resize(step));
  zoom.addEventListener('change', () => (view.zoom = zoomOf(zoom.value)));
  spreads?.addEventListener('change', () => (view.isSpread = spreads.checked));
  guides?.addEventListener('change', () => (view.hasGuides = guides.checked));
  page.addEventListener('change', () => {
    const index = indexOf(page.value, labels);
    if (index !== undefined) view.goTo(index);
  });
  byId('side-button').addEventListener('click', toggleSide);
  if (matchMedia('(max-width: 60rem)').matches) {
    toggleSide();
    if (spreads !== undefined) spreads.checked = false;
    view.isSpread = false;
  }
  document.addEventListener('keydown', (event) => {
    if (event.target instanceof Element && event.target.matches('input:not([type=checkbox]), select')) return;
    if (event.altKey || event.ctrlKey || event.metaKey || byId('pages').hidden) return;
    const act = keys({ view, resize, page, boxes: { s: spreads, m: guides, f: follow } })[event.key];
    if (act === undefined || (event.target instanceof Element && event.target.matches('[role=tab]'))) return;
    event.preventDefault();
    act();
  });
  return {
    showPage: (index, facts) => {
      labels = facts?.pages.map(({ label }) => label) ?? [];
      const label = labels[index] ?? '';
      if (document.activeElement !== page) page.value = label === '' ? `#${index + 1}` : label;
      byId('count').textContent = `of ${labels.length}`;
    },
    follows: () => follow?.checked === true,
  };
}

interface Keyed {
  readonly view: PagesView;
  readonly resize: (factor: number) => void;
  readonly page: HTMLInputElement;
  readonly boxes: Readonly<Record<string, HTMLInputElement | undefined>>;
}

/** What a step to the right is: on, or in a book from right to left back. */
function onward(): 1 | -1 {
  return byId('pages').dir === 'rtl' ? -1 : 1;
}

function keys({ view, resize, page, boxes }: Keyed): Readonly<Record<string, (() => void) | undefined>> {
  return {
    ArrowLeft: () => view.turn(-onward()),
    ArrowRight: () => view.turn(onward()),
    PageUp: () => view.turn(-1),
    PageDown: () => view.turn(1),
    Home: () => view.goTo(0),
    End: () => view.goTo(Number.MAX_SAFE_INTEGER),
    '+': () => resize(step),
    '-': () => resize(1 / step),
    '0': () => {
      byId('zoom', HTMLSelectElement).value = 'page';
      view.zoom = 'page';
    },
    g: () => page.select(),
    c: toggleSide,
    ...Object.fromEntries(Object.entries(boxes).map(([key, box]) => [key, () => box?.click()])),
  };
}

function toggleSide(): void {
  const side = byId('side');
  side.hidden = !side.hidden;
  byId('side-button').setAttribute('aria-expanded', String(!side.hidden));
}

function zoomOf(value: string): Zoom {
  return value === 'page' || value === 'width' ? value : Number(value);
}

/** Shows a size that may not be in the list. */
function showSize(zoom: HTMLSelectElement, size: number): void {
  zoom.querySelector('[data-own]')?.remove();
  const option = new Option(`${Math.round(size * 100)} %`, String(size), false, true);
  option.dataset['own'] = '';
  zoom.append(option);
}

/** The page of a label, or of a number behind `#`, counted from the first; roman numbers may be large. */
function indexOf(typed: string, labels: ReadonlyArray<string>): number | undefined {
  const wanted = typed.trim().toLowerCase();
  const [, counted] = /^#(\d+)$/.exec(wanted) ?? [];
  if (counted !== undefined) return Math.min(Number(counted), labels.length) - 1;
  const index = labels.findIndex((label) => label.toLowerCase() === wanted);
  return index === -1 ? undefined : index;
}
