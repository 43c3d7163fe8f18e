import { describe, expect, test } from 'vitest';
import type { PaginationOptions } from '../../../../src/emit/pdf/page/pagination.ts';
import { print } from '../../../../src/emit/pdf/print.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';
import { held } from '../../../builders/held.ts';

const running = await sharedBrowser();

const styles =
  '<style>@page { size: 300pt 300pt; margin: 30pt } body { margin: 0 } p { margin: 0 }' +
  ' .leaf { break-before: page }</style>';

const options: PaginationOptions = {
  sections: [
    { id: 'front', opens: 'any', head: '', furniture: 'none' },
    { id: 'body', opens: 'any', head: '', furniture: 'none' },
  ],
  textWidth: 320,
  bookHead: '',
  firstBody: 'body',
};

/** A link of the index: `m3`, `m3-m5` for a passage, `!m3` for a principal place, `m3n2` in a note. */
function link(written: string): string {
  const [, main, from = '', until, note] = /^(!?)(m\w+?)(?:-(m\d+))?(?:n(\d+))?$/.exec(written) ?? [];
  return (
    `<a href="https://leaf.example/${from}" data-mark="${from}"${main ? ' class="main"' : ''}` +
    `${until ? ` data-until="${until}"` : ''}${note ? ` data-note="${note}"` : ''}>–</a>`
  );
}

/** What the index says of some marks: `m<n>` stands on page n, `mi<n>` on page n of the front matter. */
async function linesOf(...lines: string[]): Promise<{ lines: string[]; links: string[] }> {
  const leaf = (id: string) => `<div class="leaf" id="${id}">Leaf</div>`;
  const body = Array.from({ length: 9 }, (_, index) => leaf(`m${index + 1}`)).join('');
  const index = lines.map(
    (line, number) =>
      `<p>Term${number}<span class="locators">, ${line.split(' ').map(link).join(', ')}</span></p>`,
  );
  const document =
    `<!doctype html><html lang="en"><title>T</title>${styles}<body>` +
    `<section id="front"><div id="mi1">Leaf</div>${leaf('mi2')}${leaf('mi3')}</section>` +
    `<section id="body">${body}</section><section class="leaf" id="index">${index.join('')}</section>`;
  const resources = new Map([['/', { bytes: document, mediaType: 'text/html; charset=utf-8' }]]);
  const { pdf, pagination } = await print(running.browser, resources, options);
  const { pages: all } = await readPdf(held(pdf));
  const pages = all.slice(0, pagination.pages.length);
  const text = (pages.at(-1)?.text ?? '').replaceAll(/\s+/g, ' ');
  return {
    lines: text
      .split(/Term\d+, /)
      .slice(1)
      .map((each) => each.trim()),
    links: (pages.at(-1)?.links ?? []).map(({ url = '' }) => url.replace(/^.*\//, '')),
  };
}

describe('the numbers of an index', () => {
  test('are those of the pages, each page once, three in succession as a range', async () => {
    const { lines } = await linesOf(
      'm1 m3 m3 m5',
      'm1 m2',
      'm4 m5 m6 m8 m9',
      'mi2 mi3 m1',
      'mi1 mi2 mi3 m1 m2',
    );
    expect(lines).toEqual(['1, 3, 5', '1, 2', '4–6, 8, 9', 'ii, iii, 1', 'i–iii, 1, 2']);
  });

  test('take in passages, and with them the pages inside', async () => {
    const { lines } = await linesOf('m2-m4 m3 m6', 'm2-m2 m3', 'm2-m4 m5 m6', 'mi3-m2');
    expect(lines).toEqual(['2–4, 6', '2, 3', '2–4, 5, 6', 'iii–2']);
  });

  test('keep principal places and those in notes apart', async () => {
    const { lines } = await linesOf('m1 !m2 m3', 'm1 m2n7 m3', 'm2-m4 !m3 m4n1', 'm9n4 m9n5 m9');
    expect(lines).toEqual(['1, 2, 3', '1, 2n7, 3', '2–4, 3, 4n1', '9n4, 9n5, 9']);
  });

  test('lead to the first of the marks they stand for', async () => {
    const { links } = await linesOf('m4 m5 m6 m8', 'm2-m4');
    expect(links).toEqual(['m4', 'm8', 'm2']);
  });
});
