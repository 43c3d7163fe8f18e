import type { BlockPlace } from '../../pdf/page/pagination.ts';
import type { Layout } from '../layout/layout.ts';

/**
 * Where blocks fell: of those that are divided between pages, each part.
 *
 * @param blocks with their `data-block` numbers, in the order of the document
 */
export function blockPlaces(
  blocks: ReadonlyArray<Element>,
  { tops, pageAt }: Pick<Layout, 'tops' | 'pageAt'>,
): BlockPlace[] {
  return blocks.flatMap((element) =>
    [...element.getClientRects()].flatMap((rect) => {
      if (rect.height === 0) return [];
      const page = pageAt(rect);
      const top = rect.top - (tops[page] ?? 0);
      return [{ block: Number(element.getAttribute('data-block')), page, top, bottom: top + rect.height }];
    }),
  );
}
