import { dictOf } from '../../../pdf/look-up.ts';
import type { PdfPage } from '../file/pages.ts';
import { opaque } from './blending.ts';
import type { Inspector } from './events.ts';
import type { FontCache } from './font-cache.ts';
import { initialState } from './graphics-state.ts';
import { Interpreter, type Budget } from './interpreter.ts';
import { Scope } from './scope.ts';

/**
 * Tells an inspector what a page paints, with colours resolved and places on the page.
 *
 * ISO 32000-1, clauses 8 and 9.
 *
 * @throws StreamError where the content cannot be decoded
 */
export function interpretPage(page: PdfPage, inspector: Inspector, fonts: FontCache, budget: Budget): void {
  const content = page.content();
  const group = dictOf(page.dict, 'Group');
  if (group !== undefined) inspector.group?.(group, page, opaque);
  const state = initialState(page.boxes.MediaBox ?? [0, 0, 612, 792]);
  new Interpreter(page, inspector, budget, state).run(content, new Scope(fonts, page.resources));
  inspector.end?.(page);
}
