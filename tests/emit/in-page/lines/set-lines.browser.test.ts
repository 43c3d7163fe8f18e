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

/** A browser whose pages run something before all else. */
function tampered(script: () => void): RunningBrowser {
  const browser = new Proxy(running.browser, {
    get: (given, name) => {
      if (name !== 'newPage') return Reflect.get(given, name).bind(given);
      return async () => {
        const page = await given.newPage();
        await page.evaluateOnNewDocument(script);
        return page;
      };
    },
  });
  return { ...running, browser };
}

test('takes out a hyphen that Chrome ends no line with', async () => {
  // The letters are nearer to each other than they are on screens, where they are measured.
  const browser = tampered(() =>
    document.addEventListener('DOMContentLoaded', () => {
      const style = document.createElement('style');
      style.textContent = '@media print { p { letter-spacing: -0.4px } }';
      document.head.append(style);
    }),
  );
  const text = (await printed(paragraphs, browser)).join('\n');
  const usual = (await printed(paragraphs, running)).join('\n');
  const ends = (all: string): number => all.match(/‐\n/g)?.length ?? 0;
  expect(ends(text)).toBeLessThan(ends(usual));
  expect(text).not.toMatch(/‐[^\n]/);
  const words = text.replaceAll('‐\n', '').replaceAll(/\s+/g, '');
  expect(words).toContain(paragraphs.replaceAll(/<[^>]+>|\s+/g, '').slice(0, 1000));
});

test('paints no hyphen inside a line: what it finds to have one is set without', async () => {
  // When all is settled the letters come nearer to each other, and lines take up more of them.
  const browser = tampered(() => {
    const usual = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')!;
    Object.defineProperty(Node.prototype, 'textContent', {
      ...usual,
      set(text: string) {
        usual.set?.call(
          this,
          text.includes('@counter-style') ? `${text} p { letter-spacing: -0.4px }` : text,
        );
      },
    });
  });
  const text = (await printed(paragraphs, browser)).join('\n');
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

test('leaves the words of verses in speeches whole', async () => {
  const verses = undetermined.map((text) => `<div class="dialogue"><p>${text}<br>${text}</p></div>`);
  const text = (await printed(verses.join(''), running)).join('\n');
  expect(text).toContain('undetermined');
  expect(text).not.toContain('‐');
});

test('measures all paragraphs with a few ranges, as every change of the document is told to each there is', async () => {
  const browser = tampered(() => {
    let ranges = 0;
    const createRange = document.createRange.bind(document);
    document.createRange = () => {
      if (++ranges > 100) throw new Error('one range more than a book of these lengths needs');
      return createRange();
    };
  });
  const pages = await printed(paragraphs.repeat(6), browser);
  expect(pages.join('\n')).toMatch(/‐\n/);
});
