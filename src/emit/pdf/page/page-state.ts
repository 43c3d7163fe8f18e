import type { PaginationResult } from './pagination.ts';

/** The names under which the listener leaves its state on the page's `window`. */
export interface PageState {
  colophonResult?: PaginationResult;
  colophonError?: string;
  /** Whether the layout is final: nothing but the proof is left to do. */
  colophonFrozen?: boolean;
}

/** Lets the next print prove the layout instead of improving it. */
export function freezeLayout(): void {
  (window as unknown as PageState).colophonFrozen = true;
}

/** What the last print found out; undefined where Chrome did not call the listener. */
export function takeResult(): { readonly result?: PaginationResult; readonly error?: string } {
  const state = window as unknown as PageState;
  const taken = {
    ...(state.colophonResult && { result: state.colophonResult }),
    ...(state.colophonError !== undefined && { error: state.colophonError }),
  };
  delete state.colophonResult;
  delete state.colophonError;
  return taken;
}
