import { byId } from './elements.ts';

/** A list of tabs, of whose panels one is shown. */
export interface Tabs {
  readonly shown: () => string;
  /** @param id of a panel */
  readonly show: (id: string) => void;
}

/**
 * Makes tabs of the buttons in an element; arrow keys go from one to the next (WAI-ARIA, tabs).
 *
 * @param onShow called with the id of the panel that is shown from now on
 */
export function tabsIn(id: string, onShow: (panel: string) => void = () => undefined): Tabs {
  const buttons = [...byId(id).querySelectorAll<HTMLButtonElement>('[role=tab]')];
  const panelOf = (button: HTMLElement): string => button.getAttribute('aria-controls') ?? '';
  let shown = panelOf(buttons[0] ?? byId(id));
  const show = (panel: string): void => {
    shown = panel;
    for (const button of buttons) {
      const isShown = panelOf(button) === panel;
      button.setAttribute('aria-selected', String(isShown));
      button.tabIndex = isShown ? 0 : -1;
      byId(panelOf(button)).hidden = !isShown;
    }
    onShow(panel);
  };
  buttons.forEach((button, index) => {
    button.addEventListener('click', () => show(panelOf(button)));
    button.addEventListener('keydown', ({ key }) => {
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
      const next = buttons[(index + step + buttons.length) % buttons.length];
      if (step === 0 || next === undefined) return;
      show(panelOf(next));
      next.focus();
    });
  });
  return { shown: () => shown, show };
}
