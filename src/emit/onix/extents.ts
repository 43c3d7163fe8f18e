import { greatest } from '../../book/long-lists.ts';
import type { Product } from '../../book/product.ts';
import { inLatinDigits } from '../../language/digits.ts';
import { composite, field, type Content } from './element.ts';
import type { ReleaseFacts } from '../release-facts.ts';

/** Code list 24. */
const units = { pages: '03', bytes: '17' };

/**
 * How long the book is on paper, how large the file is (ONIX 3.0, P.11; code list 23).
 *
 * @param product which product
 * @param facts the pages of the printed book, the files
 */
export function extentsOf(product: Product, { pages, files }: ReleaseFacts): Content {
  const bytes = files[product]?.bytes.length;
  return [
    pages === undefined || pages.length === 0 ? undefined : pageCounts(product, pages),
    product === 'print' || bytes === undefined ? undefined : extent('22', bytes, units.bytes),
  ];
}

function pageCounts(product: Product, pages: NonNullable<ReleaseFacts['pages']>): Content {
  const printed = pages.slice(0, pages.findLastIndex(({ blank }) => !blank) + 1);
  // The EPUB has no pages of its own: the count is that of the printed book.
  if (product === 'epub') return extent('08', printed.length, units.pages);
  const labels = printed.map(({ label }) => inLatinDigits(label));
  const arabic = greatest(
    labels.map((label) => (/^\d+$/.test(label) ? Number(label) : 0)),
    0,
  );
  const roman = labels.filter((label) => /^[ivxlcdm]+$/i.test(label)).length;
  return [
    arabic === 0 ? undefined : extent('00', arabic, units.pages),
    roman === 0 ? undefined : extent('03', roman, units.pages),
    product === 'print'
      ? [extent('06', pages.length, units.pages), extent('11', printed.length, units.pages)]
      : extent('07', pages.length, units.pages),
  ];
}

function extent(type: string, value: number, unit: string): Content {
  return composite(
    'Extent',
    field('ExtentType', type),
    field('ExtentValue', value),
    field('ExtentUnit', unit),
  );
}
