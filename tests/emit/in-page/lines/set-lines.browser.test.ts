import { expect, test } from 'vitest';
import type { RunningBrowser } from '../../../../src/emit/pdf/browser/browser.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makePrint, makeSection } from '../../../builders/hast-book.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const running = await sharedBrowser();

const sentence =
  'Considering the <em>characteristically extraordinary</em> circumstances, nobody remembered the whale—though its ' +
  'determination was immeasurable—until the harbour-master, understanding the conversation, answered 1,851 questions. ';

async function printed(html: string, browser: RunningBrowser): Promise<string[]> {
  const book = makeBook({ body: [makeSection('one', html)] }, makePrint({ openings: 'any' }));
  const { screen } = await finishBook(book, new Map(), await makeLooks(book), browser);
  const { pages } = await readPdf(screen ?? new Uint8Array());
  return pages.map((page) => page.text);
}

const paragraphs = Array.from(
  { length: 24 },
  (_, index) => `<p>${'Once more. '.repeat(index % 7)}${sentence.repeat(1 + (index % 4))}</p>`,
).join('');

test('loses no word of justified paragraphs and adds nothing but hyphens at the ends of lines', async () => {
  const pages = await printed(paragraphs, running);
  const text = pages.join('\n');
  expect(text).not.toContain('\u00AD');
  const lines = text.split('\n');
  expect(lines.filter((line) => line.endsWith('‐')).length).toBeGreaterThan(3);
  expect(lines.filter((line) => /‐./.test(line))).toEqual([]);
  const words = text.replaceAll('‐\n', '').replaceAll(/\s+/g, '');
  const expected = paragraphs.replaceAll(/<[^>]+>|\s+/g, '');
  expect(words).toContain(expected.slice(0, 1000));
});

test('ends at most two lines in succession with a hyphen, and no page', async () => {
  const pages = await printed(paragraphs, running);
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.join('\n')).not.toMatch(/(?:[^\n]*‐\n){3}/);
  for (const page of pages.slice(0, -1)) expect(page.trimEnd()).not.toMatch(/‐(?:\n\d+)?$/);
});

test('does the same in a browser that has no dictionaries', async () => {
  const { dictionaries: _, ...choice } = running.choice;
  const without = await printed(paragraphs, { ...running, choice });
  expect(without).toEqual(await printed(paragraphs, running));
});

test('paints no hyphen inside a line: what it finds to have one is set without', async () => {
  // What would be a hyphen at the end of a line becomes too wide for it.
  const widened = new Proxy(running.browser, {
    get: (browser, name) => {
      if (name !== 'newPage') return Reflect.get(browser, name).bind(browser);
      return async () => {
        const page = await browser.newPage();
        await page.evaluateOnNewDocument(() => {
          // oxlint-disable-next-line unbound-method -- called with what it is called on
          const { replaceData } = CharacterData.prototype;
          CharacterData.prototype.replaceData = function (at, count, data) {
            replaceData.call(this, at, count, data === '\u2010' ? 'm\u2060m\u2060m\u2010' : data);
          };
        });
        return page;
      };
    },
  });
  const text = (await printed(paragraphs, { ...running, browser: widened })).join('\n');
  expect(text).not.toContain('m\u2060m');
  expect(text).not.toMatch(/‐[^\n]/);
  const words = text.replaceAll('‐\n', '').replaceAll(/\s+/g, '');
  expect(words).toContain(paragraphs.replaceAll(/<[^>]+>|\s+/g, '').slice(0, 1000));
});

/** Chrome by itself would divide no word behind two letters. */
const undetermined = Array.from(
  { length: 12 },
  (_, index) => `Wait ${'ever '.repeat(index)}${'undetermined, for the undeterminable, '.repeat(5)}always.`,
);

test.each([
  ['items of lists', (text: string) => `<ul><li>${text}</li></ul>`],
  ['items with a list below', (text: string) => `<ul><li>${text}<ul><li>One.</li></ul></li></ul>`],
  ['definitions', (text: string) => `<dl><dt>Patience</dt><dd>${text}</dd></dl>`],
  ['speeches', (text: string) => `<div class="dialogue"><p>${text}</p></div>`],
])('sets %s', async (_, markup) => {
  const text = (await printed(undetermined.map(markup).join(''), running)).join('\n');
  expect(text).toMatch(/un‐\n\s*de/);
  expect(text).not.toMatch(/‐[^\n]/);
  const words = text.replaceAll('‐\n', '').replaceAll(/\s+/g, '');
  // Those that go on over the page have its number within.
  const whole = undetermined.filter((each) => words.includes(each.replaceAll(' ', '')));
  expect(whole.length).toBeGreaterThan(8);
});
