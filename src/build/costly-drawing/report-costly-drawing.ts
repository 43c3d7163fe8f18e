import { CostlyDrawingError } from '../../book/errors.ts';
import { report } from '../../book/messages/messages.ts';
import { assetName } from '../../book/asset-name.ts';
import type { ComposedBook } from '../composed-book.ts';

/**
 * Tells of a drawing that takes the browser too long, wherever the book shows it.
 *
 * @throws the error where it is another, or the drawing stands in no text
 */
export function reportCostlyDrawing(error: unknown, { references }: ComposedBook): undefined {
  if (!(error instanceof CostlyDrawingError)) throw error;
  const places = references.filter(({ path }) => path === error.path);
  if (places.length === 0) throw error;
  for (const place of places)
    report(place.file, 'svg-unsafe', `${assetName(place)} ${error.excess}`, place.position, {
      hint: error.hint,
    });
}
