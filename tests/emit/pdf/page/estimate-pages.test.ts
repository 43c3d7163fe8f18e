import { expect, test } from 'vitest';
import { estimatePages } from '../../../../src/emit/pdf/page/estimate-pages.ts';
import { geometryOf } from '../../../../src/emit/pdf/page/geometry.ts';
import { makeBook } from '../../../builders/book.ts';
import { makePrint, makeSection } from '../../../builders/hast-book.ts';

test('short lines of code take as much of a page as long ones', () => {
  const lines = 3000;
  const book = makeBook(
    { body: [makeSection('one', `<pre><code>${'x\n'.repeat(lines)}</code></pre>`)] },
    makePrint({}),
  );
  const geometry = geometryOf(book.metadata.print);
  const { trim, margins, lineHeight } = geometry;
  // A line of code is nine tenths as high as one of text.
  const pages = (lines * 0.9 * lineHeight) / (trim.height - margins.top - margins.bottom);
  const estimate = estimatePages(book, geometry, [false]);
  expect(estimate).toBeLessThan(pages);
  expect(estimate).toBeGreaterThan(0.85 * pages);
});
