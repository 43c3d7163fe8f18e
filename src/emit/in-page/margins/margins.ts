import type { PaginationOptions } from '../../pdf/page/pagination.ts';
import type { Layout } from '../layout/layout.ts';
import { counterStyle } from './counter-style.ts';
import { marginTexts } from './margin-texts.ts';

/** What writes heads and folios, which stand in the margins and move nothing; whether any changed. */
export type FillMargins = (layout: Layout, noteHeads: ReadonlyMap<number, string>) => boolean;

/** Heads and folios that are still to be written. */
export function margins(options: PaginationOptions): FillMargins {
  const furniture = document.createElement('style');
  document.head.append(furniture);
  let written = '';
  return (layout, noteHeads) => {
    const { heads, folios, dropFolios } = marginTexts(options, layout, noteHeads);
    const css = [
      counterStyle('colophon-head', heads),
      counterStyle('colophon-folio', folios),
      counterStyle('colophon-drop-folio', dropFolios),
    ].join('\n');
    if (css === written) return false;
    written = css;
    furniture.textContent = css;
    return true;
  };
}
