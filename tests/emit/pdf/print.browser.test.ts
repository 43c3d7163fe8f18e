import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../../src/book/errors.ts';
import { startBrowser } from '../../../src/emit/pdf/browser/browser.ts';
import type { PaginationOptions } from '../../../src/emit/pdf/page/pagination.ts';
import { print, type Print } from '../../../src/emit/pdf/print.ts';
import { testPrintLayout } from '../../../src/emit/pdf/browser/self-test.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { sharedBrowser } from '../../support/shared-browser.ts';
import { held } from '../../builders/held.ts';

const running = await sharedBrowser();

const styles = '<style>@page { size: 300pt 300pt; margin: 30pt } body { margin: 0 }</style>';

const options: PaginationOptions = {
  sections: [{ id: 'a', opens: 'any', head: '', furniture: 'none' }],
  textWidth: 320,
  bookHead: '',
  firstBody: 'a',
};

function printHtml(html: string, rest: Partial<PaginationOptions> = {}): Promise<Print> {
  const document = `<!doctype html><html lang="en"><title>T</title>${styles}<body>${html}</body></html>`;
  const resources = new Map([
    ['/', { bytes: document, mediaType: 'text/html; charset=utf-8' }],
    ['/broken.ttf', { bytes: 'no font at all', mediaType: 'font/ttf' }],
  ]);
  return print(running.browser, resources, { ...options, ...rest });
}

async function failureOf(work: Promise<unknown>): Promise<EnvironmentError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof EnvironmentError)) throw new Error(`not an EnvironmentError: ${String(error)}`);
  return error;
}

describe('print', () => {
  test('gives the PDF, and where each element with an id fell', async () => {
    const { pdf, pagination } = await printHtml(
      '<section id="a"><p>A</p></section><section id="b" style="break-before: page; padding-top: 50px">' +
        '<p id="c" style="margin: 0 0 0 12px">C</p></section>',
    );
    const { pages } = await readPdf(held(pdf));
    expect(pages.slice(0, 2).map(({ text }) => text)).toEqual(['A', 'C']);
    expect(pages.length).toBeGreaterThan(2);
    expect(pagination).toMatchObject({
      pages: [
        { label: '1', blank: false },
        { label: '2', blank: false },
      ],
      overflowing: [],
    });
    const place = pagination.anchors.find(({ id }) => id === 'c');
    expect(place).toMatchObject({ page: 1 });
    expect(place?.x).toBeCloseTo(12, 1);
    expect(place?.y).toBeCloseTo(50, 1);
  });

  test('settles numbers that move the pages they speak of', async () => {
    // Empty, they take one line, and the second section begins on page 1; filled in, they push it off.
    const numbers = '<span data-page-of="b"></span> '.repeat(150);
    const { pdf, pagination } = await printHtml(
      `<section id="a"><div style="height: 270px"></div><p style="margin: 0">${numbers}</p></section>` +
        '<section id="b"><p style="margin: 0">B</p></section>',
    );
    expect(pagination.anchors.find(({ id }) => id === 'b')?.page).toBe(1);
    const { pages } = await readPdf(held(pdf));
    const shown = pages.flatMap(({ text }) => text.match(/\d+/g) ?? []);
    expect(shown).toEqual(Array<string>(150).fill('2'));
  });

  test('asks the network for nothing', async () => {
    const asked: string[] = [];
    const server = await listen((url) => asked.push(url));
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}`;
    try {
      const { pdf } = await printHtml(
        `<link rel="stylesheet" href="${address}/a.css"><section id="a"><img src="${address}/b.png" alt="">` +
          `<img src="https://example.org/c.png" alt=""><iframe src="${address}/d.html"></iframe>` +
          `<object data="${address}/e.svg"></object><p style="background: url(${address}/f.png)">Text</p>` +
          `<script>fetch('${address}/g')</script><img src="file:///etc/hostname" alt=""></section>`,
      );
      expect((await readPdf(held(pdf))).pages[0]?.text).toContain('Text');
      expect(asked).toEqual([]);
    } finally {
      await new Promise((done) => server.close(done));
    }
  });

  test('names the file of a font that the browser refuses', async () => {
    const face = '<style>@font-face { font-family: "Sham"; src: url("/broken.ttf") }</style>';
    const error = await failureOf(printHtml(`${face}<section id="a" style="font-family: Sham">A</section>`));
    expect(error.message).toMatch(/^The browser refused these fonts: \/broken\.ttf$/);
    expect(error.hint).not.toBe('');
  });

  test('says that styles are the usual reason where the book stays too wide and nothing in it is', async () => {
    const grid = '<style>p { display: grid; grid-template-columns: repeat(99, 1fr) }</style>';
    const error = await failureOf(printHtml(`${grid}<section id="a"><p>A paragraph.</p></section>`));
    expect(error.message).toMatch(/^The browser lays the book out wider than its pages/);
    expect(error.hint).toMatch(/theme\.css/);
  });

  test('says so where the browser has died', async () => {
    const other = await startBrowser(undefined);
    await other.browser.close();
    const work = print(other.browser, new Map(), options);
    expect((await failureOf(work)).message).toMatch(/^The browser failed while printing: /);
  });

  test('leaves no page open', async () => {
    const before = (await running.browser.pages()).length;
    await printHtml('<section id="a">A</section>');
    await failureOf(print(running.browser, new Map(), options));
    expect((await running.browser.pages()).length).toBe(before);
  });
});

test('the pinned browser passes the self-test', async () => {
  await expect(testPrintLayout(running)).resolves.toBeUndefined();
});

function listen(onRequest: (url: string) => void): Promise<Server> {
  const server = createServer((request, response) => {
    onRequest(request.url ?? '');
    response.end('');
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}
