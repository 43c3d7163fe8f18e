import { PDFContext, PDFName, PDFRef } from 'pdf-lib';
import { expect, it } from 'vitest';
import { closeLevels } from '../../../../src/emit/pdf/structure/headings.ts';

/** The types of elements when the gaps between the levels of their headings are closed. */
function closed(roles: string): string {
  const context = PDFContext.create();
  const elements = roles.split(' ').map((role, index) => ({
    ref: PDFRef.of(index + 1),
    dict: context.obj({ S: role }),
    role,
    parent: undefined,
  }));
  closeLevels(elements);
  return elements.map(({ dict }) => String(dict.get(PDFName.of('S'))).slice(1)).join(' ');
}

it.each([
  ['H1 P H2 H3 H3 H2 H1 H2', 'H1 P H2 H3 H3 H2 H1 H2'],
  ['H1 H3 P H3 H1', 'H1 H2 P H2 H1'],
  ['H1 H3 H5 H4 H3 H2 H3', 'H1 H2 H3 H3 H2 H2 H3'],
  ['H2 H2 H1 H2', 'H1 H1 H1 H2'],
  ['P H L', 'P H L'],
])('headings %s are tagged %s', (given, tagged) => {
  expect(closed(given)).toBe(tagged);
});
