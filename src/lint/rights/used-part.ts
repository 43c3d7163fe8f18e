import { groupedBy } from '../../book/grouped.ts';
import type { AssetReference, Book } from '../../book/book.ts';
import type { DeclaredPart } from '../../book/rights.ts';
import type { Quotation } from './quotations.ts';
import type { Use } from './use.ts';

/** A borrowed part that the book shows. */
export interface UsedPart {
  /** As messages call it: `The image "images/map.png"`. */
  readonly name: string;
  readonly part: DeclaredPart;
  /** In reading order. */
  readonly uses: readonly [Use, ...Use[]];
}

/**
 * The declared images and sources that the book shows, each with the places where it does, in the
 * order of their declarations.
 *
 * @param book the book
 * @param images every place that asks for an image
 * @param quotations every quotation that names its source
 */
export function usedParts(
  { rights }: Book,
  images: ReadonlyArray<AssetReference>,
  quotations: ReadonlyArray<Quotation>,
): UsedPart[] {
  const shown = groupedBy(images, ({ path }) => path);
  const quoted = groupedBy(quotations, ({ source }) => source);
  const used = (kind: string, parts: ReadonlyMap<string, DeclaredPart>, uses: ReadonlyMap<string, Use[]>) =>
    [...parts].flatMap(([key, part]): UsedPart[] => {
      const [first, ...rest] = uses.get(key) ?? [];
      return first === undefined ? [] : [{ name: `The ${kind} "${key}"`, part, uses: [first, ...rest] }];
    });
  return [...used('image', rights.images, shown), ...used('source', rights.sources, quoted)];
}

/** The licence of a part as messages call it. */
export function licenceName({ license }: DeclaredPart): string {
  return license?.id ?? license?.name ?? 'no licence';
}
