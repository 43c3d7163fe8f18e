/** The products a book is sold as; each has an ISBN of its own. */
export const products = ['print', 'epub', 'pdf'] as const;

/**
 * `epub`: the e-book; `pdf`: the PDF for screens; `print`: the printed book, and the PDF it is
 * printed from.
 */
export type Product = (typeof products)[number];

/**
 * The product that "this edition" means on a page made for several: none where more than one of them
 * has a number of its own, since the page cannot be right for both.
 *
 * @param made the products the page is made for
 * @param isbns the numbers of the products
 */
export function thisProduct(
  made: ReadonlyArray<Product>,
  isbns: Readonly<Partial<Record<Product, string>>>,
): Product | undefined {
  if (made.length === 1) return made[0];
  const numbered = made.filter((product) => isbns[product] !== undefined);
  return numbered.length === 1 ? numbered[0] : undefined;
}
