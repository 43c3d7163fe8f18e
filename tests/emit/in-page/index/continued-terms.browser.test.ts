import { describe, expect, test } from 'vitest';
import { print } from '../../../../src/emit/pdf/print.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';
import { held } from '../../../builders/held.ts';

const running = await sharedBrowser();

const styles =
  '<style>@page { size: 300pt 300pt; margin: 30pt } body { margin: 0; font: 10pt/12pt serif }' +
  ' p, ul, li { margin: 0; padding: 0 } .index-columns { columns: 2; column-fill: balance }' +
  ' .index-line { break-inside: avoid } .index-continued, .index-continued > p { break-after: avoid }</style>';

/** The text of the pages of an index of one term with as many sub-entries. */
async function pagesOf(below: number, continued?: string): Promise<string[]> {
  const items = Array.from(
    { length: below },
    (_, index) => `<li><p class="index-line"><span class="index-term">part ${index + 1}</span></p></li>`,
  ).join('');
  const document =
    `<!doctype html><html lang="en"><title>T</title>${styles}<body><section id="index">` +
    '<div class="index-columns"><ul class="index-entries"><li>' +
    '<p class="index-line"><span class="index-term">whale</span></p>' +
    `<ul class="index-subentries">${items}</ul></li></ul></div></section>`;
  const resources = new Map([['/', { bytes: document, mediaType: 'text/html; charset=utf-8' }]]);
  const { pdf, pagination } = await print(running.browser, resources, {
    sections: [{ id: 'index', opens: 'any', head: '', furniture: 'none' }],
    textWidth: 320,
    bookHead: '',
    firstBody: 'index',
    ...(continued !== undefined && { continued }),
  });
  const { pages } = await readPdf(held(pdf));
  return pages.slice(0, pagination.pages.length).map(({ text }) => text.replaceAll(/\s+/g, ' ').trim());
}

describe('a term whose sub-entries go on', () => {
  test('is repeated at the head of each page, and not at the head of a column', async () => {
    const pages = await pagesOf(100, '{term} (continued)');
    expect(pages.length).toBe(3);
    expect(pages[0]).toMatch(/^whale part 1 /);
    expect(pages.slice(1).every((text) => text.startsWith('whale (continued) part '))).toBe(true);
    expect(pages.join(' ').match(/continued/g)).toHaveLength(2);
    // Nothing is lost where the heads moved it on.
    expect(pages.join(' ').match(/part \d+/g)).toEqual(
      Array.from({ length: 100 }, (_, index) => `part ${index + 1}`),
    );
  });

  test('is not repeated on its own page, nor where the book has no words for it', async () => {
    expect((await pagesOf(30, '{term} (continued)')).join(' ')).not.toContain('continued');
    expect((await pagesOf(100)).join(' ').match(/whale/g)).toHaveLength(1);
  });
});
