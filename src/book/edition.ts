/** The products a book is sold as; each has an ISBN of its own. */
export const products = ['print', 'epub', 'pdf'] as const;

/**
 * `epub`: the e-book; `pdf`: the PDF for screens; `print`: the printed book, and the PDF it is
 * printed from.
 */
export type Product = (typeof products)[number];
