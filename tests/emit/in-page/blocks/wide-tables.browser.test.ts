import { describe, expect, test } from 'vitest';
import type { Book, Hast } from '../../../../src/book/book.ts';
import { messagesOf } from '../../../../src/book/messages/messages.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makeProse, makeSection } from '../../../builders/hast-book.ts';
import { readPdf, type PdfPage } from '../../../support/read-pdf.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const running = await sharedBrowser();

/** A table of numbers, told apart by row and column. */
function table(rows: number, columns: number, digits = 5): string {
  const numbers = (row: number): string[] =>
    Array.from({ length: columns }, (_, column) => String((row + 1) * 100 + column).padEnd(digits, '7'));
  const cells = (name: string, texts: string[]): string =>
    `<tr>${texts.map((text) => `<${name}>${text}</${name}>`).join('')}</tr>`;
  const head = Array.from({ length: columns }, (_, column) => `Col${String.fromCodePoint(65 + column)}`);
  const body = Array.from({ length: rows }, (_, row) => cells('td', numbers(row)));
  return `<table><thead>${cells('th', head)}</thead><tbody>${body.join('')}</tbody></table>`;
}

async function printed(html: string): Promise<{ pages: ReadonlyArray<PdfPage>; rules: string[] }> {
  const one = makeSection('one', `${makeProse(2)}\n${html}\n<p>Afterwards</p>`);
  const book: Book<Hast> = makeBook({ body: [one] });
  const { screen } = await finishBook(book, new Map(), await makeLooks(book), running);
  const rules = messagesOf([one.file]).map(({ rule }) => rule);
  return { pages: screen === undefined ? [] : (await readPdf(screen)).pages, rules };
}

/** The size of the type in which a text is set, in points. */
function sizeOf(pages: ReadonlyArray<PdfPage>, text: string): number {
  return pages.flatMap(({ runs }) => runs).find((run) => run.text.trim() === text)?.size ?? 0;
}

describe('a table too wide for the page', () => {
  test('has its numbers whole, in smaller type', async () => {
    const { pages, rules } = await printed(table(3, 11));
    expect(rules).toEqual([]);
    expect(pages.map(({ text }) => text).join(' ')).toMatch(/10077[\s\S]*11077[\s\S]*31077/);
    const text = sizeOf((await printed(table(3, 3))).pages, '10077');
    expect(sizeOf(pages, '10077')).toBeLessThan(text);
    expect(sizeOf(pages, '10077')).toBeGreaterThanOrEqual(0.7 * text - 0.01);
  });

  test('divides the rest of a word again where it is wider than its column', async () => {
    const heads = [
      'Fecha',
      'Factura',
      'Concepto',
      'Cliente/Proveedor',
      'Imponible',
      'IVA',
      'Total',
      'Pago',
      'Tipo',
    ];
    const cells = [
      '10/05/23',
      '2023-42',
      'Sesiones',
      'Garcia',
      '400,00€',
      '84,00€',
      '484,00€',
      'Tarjeta',
      'Entrenamiento',
    ];
    const row = (name: string, texts: string[]): string =>
      `<tr>${texts.map((text) => `<${name}>${text}</${name}>`).join('')}</tr>`;
    const { rules } = await printed(
      `<table lang="es"><thead>${row('th', heads)}</thead><tbody>${row('td', cells)}</tbody></table>`,
    );
    expect(rules).toEqual([]);
  });

  test('stands sideways on a page of its own where smaller type does not suffice', async () => {
    const { pages, rules } = await printed(`${table(4, 14, 7)}<p class="table-note">Source: the log</p>`);
    expect(rules).toEqual([]);
    const turned = pages.findIndex(({ text }) => text.includes('ColN'));
    expect(pages[turned]?.text).toContain('1007777');
    expect(pages[turned]?.text).toContain('Source: the log');
    expect(pages[turned]?.text).not.toContain('Afterwards');
    expect(pages[turned + 1]?.text).toContain('Afterwards');
  });

  test('is told of where neither suffices', async () => {
    expect((await printed(table(2, 26, 9))).rules).toEqual(['page-overflow']);
  });

  test('is told of where it stands in a list and smaller type does not suffice', async () => {
    expect((await printed(`<ul><li>A list\n${table(2, 14, 7)}</li></ul>`)).rules).toEqual(['page-overflow']);
  });

  test('breaks addresses and names in code, where its words are whole', async () => {
    const { pages, rules } = await printed(
      '<table><tbody><tr><td>Whales</td><td><code>getApplicationConfigurationRepositoryFactoryBean()</code></td>' +
        '<td>https://www.example.org/a/very/long/path/to/some/resource-with-a-long-name/index.html</td></tr></tbody></table>',
    );
    expect(rules).toEqual([]);
    const text = pages.map((page) => page.text).join(' ');
    expect(text).toContain('Whales');
    expect(text.replaceAll(/\s/g, '')).toContain('RepositoryFactoryBean()');
    expect(text).toMatch(/path\/|long\//);
  });
});
