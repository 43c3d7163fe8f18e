import { expect, test } from 'vitest';
import { thisProduct, type Product } from '../../src/book/product.ts';

const [print, pdf] = ['9783161484100', '9780306406157'];

test.each<[string, Product[], { print?: string; pdf?: string }, Product | undefined]>([
  ['a page of one product', ['pdf'], {}, 'pdf'],
  ['a page of one product, another having an ISBN', ['pdf'], { print }, 'pdf'],
  ['a page of two, one with an ISBN', ['print', 'pdf'], { print }, 'print'],
  ['a page of two, the other with an ISBN', ['print', 'pdf'], { pdf }, 'pdf'],
  ['a page of two with ISBNs', ['print', 'pdf'], { print, pdf }, undefined],
  ['a page of two without', ['print', 'pdf'], {}, undefined],
])('thisProduct of %s', (_, made, isbns, product) => {
  expect(thisProduct(made, isbns)).toBe(product);
});
