import { readFile } from 'node:fs/promises';
import { describe, expect, it, test } from 'vitest';
import type { Book, Hast } from '../../src/book/book.ts';
import { build } from '../../src/build/build.ts';
import { origin, serve } from '../../src/emit/page-server.ts';
import { printable } from '../../src/emit/pdf/printable.ts';
import { readTheme } from '../../src/read/templates/theme.ts';
import { folderOf } from '../builders/folder.ts';
import { held } from '../builders/held.ts';
import { readPdf, type PdfContent, type PdfRun } from '../support/read-pdf.ts';
import { sharedBrowser } from '../support/shared-browser.ts';

/*
 * What the Handbook promises designers: every custom property that may be set has its effect, in every theme and
 * in large print. Computed styles are asked of Chrome; of heads and folios, which have none, the printed page.
 */

/** What an element is computed to have, the properties set as below. */
type Probe = readonly [selector: string, property: string, expected: string | RegExp];

const settings: Readonly<Record<string, string>> = {
  '--font-size': '20px',
  '--line': '31px',
  '--text-family': '"Probe Text"',
  '--heading-family': '"Probe Heading"',
  '--code-family': '"Probe Code"',
  '--math-family': '"Probe Math"',
  '--figures': 'slashed-zero',
  '--paragraph-indent': '33px',
  '--block-space': '37px',
  '--ornament': "'probe'",
  '--opening-drop': '41px',
  '--opening-space': '43px',
  '--opening-align': 'end',
  '--part-drop': '47px',
  '--title-size': '53px',
  '--title-weight': '300',
  '--title-line': '59px',
  '--book-title-size': '61px',
  '--code-size': '67px',
  '--code-block-size': '71px',
  '--note-size': '73px',
  '--note-line': '79px',
  '--contents-width': '1009px',
};

const chapter = 'section.chapter';
const probes: Readonly<Record<string, ReadonlyArray<Probe>>> = {
  '--font-size': [[`${chapter} > p`, 'font-size', '20px']],
  '--line': [[`${chapter} > p`, 'line-height', '31px']],
  '--text-family': [[`${chapter} > p`, 'font-family', /^"Probe Text"/]],
  '--heading-family': ['h1', 'h2', 'section.titlepage .title'].map(
    (selector) => [selector, 'font-family', /^"Probe Heading"/] as const,
  ),
  '--code-family': ['p code', 'pre code'].map(
    (selector) => [selector, 'font-family', /^"Probe Code"/] as const,
  ),
  '--math-family': [['math', 'font-family', /^"Probe Math"/]],
  '--figures': [[`${chapter} > p`, 'font-variant-numeric', 'slashed-zero']],
  '--paragraph-indent': [[`${chapter} > p + p`, 'text-indent', '33px']],
  '--block-space': [
    ...['blockquote', 'ul', 'dl', 'figure'].map(
      (selector) => [`${chapter} ${selector}`, 'margin-top', '37px'] as const,
    ),
    // A quarter of a line more, by which the rule beside code is shorter.
    [`${chapter} pre`, 'margin-top', '44.75px'],
    // Half as much again.
    [`${chapter} table`, 'margin-top', '55.5px'],
  ],
  '--ornament': [['hr', 'content', '"probe"']],
  '--opening-drop': [[`${chapter} header.opening`, 'padding-top', '41px']],
  '--opening-space': [[`${chapter} header.opening`, 'margin-bottom', '43px']],
  '--opening-align': [[`${chapter} h1`, 'text-align', 'end']],
  '--part-drop': [['section.part header.opening', 'padding-top', '47px']],
  '--title-size': [[`${chapter} h1`, 'font-size', '53px']],
  '--title-weight': [[`${chapter} h1`, 'font-weight', '300']],
  '--title-line': [[`${chapter} h1`, 'line-height', '59px']],
  '--book-title-size': [['section.titlepage .title', 'font-size', '61px']],
  '--code-size': [['p code', 'font-size', '67px']],
  '--code-block-size': [['pre', 'font-size', '71px']],
  '--note-size': [['section.endnotes li', 'font-size', '73px']],
  '--note-line': [['section.endnotes li', 'line-height', '79px']],
  '--contents-width': [['section > ol.contents', 'width', '1009px']],
  '--smallest-type': ['p code', 'pre', 'section.endnotes li', 'figcaption', 'table'].map(
    (selector) => [selector, 'font-size', '97px'] as const,
  ),
};

const heads = ['--head-size', '--head-spacing', '--head-case'];
/** Drawn by the page itself: `leaders.browser.test.ts` asks for them. */
const leaders = ['--contents-leader'];
const measures = ['--text-width', '--text-height'];

const prose = 'So many words fill the page that its head can be seen. '.repeat(60);
const manuscript = {
  'book.yaml': 'title: Properties\nlanguage: en\ncontents:\n  - part: Parting\n    contents: [1.md, 2.md]\n',
  '1.md': `# Looming {#one}

First 123 words.[^n] And \`code\`, and $x^2$.

Second words. ${prose}

> A quotation.

- An item

:::definitions
Term
: Meaning
:::

\`\`\`
code
\`\`\`

***

| A | B |
| - | - |
| 1 | 2 |

![A square](square.svg)
*A caption below.*

## A heading

${`${prose}\n\n`.repeat(6)}

[^n]: A note.
`,
  '2.md': `# Second\n\n${`${prose}\n\n`.repeat(3)}`,
  'square.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>',
};

const running = await sharedBrowser();

function rootRule(values: Readonly<Record<string, string>>): string {
  const declarations = Object.entries(values).map(([name, value]) => `${name}: ${value};`);
  return `@media print { :root { ${declarations.join(' ')} } }`;
}

async function composed(largePrint: boolean): Promise<Book<Hast>> {
  const folder = await folderOf({
    ...manuscript,
    'book.yaml': `${manuscript['book.yaml']}print: { largePrint: ${largePrint} }\n`,
  });
  let seen: Book<Hast> | undefined;
  const keep = (book: Book<Hast>): Book<Hast> => (seen = book);
  const { messages } = await build(folder, { only: ['epub'], transformHtml: keep });
  if (seen === undefined) throw new Error(messages.map(({ reason }) => reason).join('\n'));
  return seen;
}

async function computed(
  book: Book<Hast>,
  theme: string,
  values: Readonly<Record<string, string>>,
  asked: ReadonlyArray<Probe>,
): Promise<string[]> {
  const { stylesheets, type } = await readTheme(theme);
  const looks = { fonts: [], stylesheets: [stylesheets.print, rootRule(values)], type };
  const { resources } = printable(book, new Map(), looks, false);
  const tab = await running.browser.newPage();
  await serve(tab, resources, (error) => {
    throw error;
  });
  await tab.emulateMediaType('print');
  await tab.goto(`${origin}/`);
  const found = await tab.evaluate(
    (questions) =>
      questions.map(([selector, property]) => {
        const element = document.querySelector(selector);
        if (element === null) return `no ${selector}`;
        const pseudo = property === 'content' ? '::before' : undefined;
        return getComputedStyle(element, pseudo).getPropertyValue(property);
      }),
    asked.map(([selector, property]) => [selector, property] as const),
  );
  await tab.close();
  return found;
}

test('every property of which the Handbook says that it may be set is asked for here', async () => {
  const text = await readFile(new URL('../../manuscript/page.md', import.meta.url), 'utf8');
  const rows = text.split('\n').filter((line) => /^\| `--.*\| yes \|$/.test(line));
  const named = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/--[\w-]+/g)].map(String));
  expect(new Set(named)).toEqual(new Set([...Object.keys(probes), ...heads, ...leaders]));
  expect(measures.every((name) => text.includes(`\`${name}\``))).toBe(true);
});

const books = new Map<boolean, Promise<Book<Hast>>>();
function bookOf(largePrint: boolean): Promise<Book<Hast>> {
  const book = books.get(largePrint) ?? composed(largePrint);
  books.set(largePrint, book);
  return book;
}

describe.each([false, true])('large print: %s', (largePrint) => {
  describe.each(['literary', 'scholarly', 'modern'])('%s', (theme) => {
    it('takes every property that is set on the root', async () => {
      const all = Object.entries(probes).filter(([name]) => name !== '--smallest-type');
      const asked = all.flatMap(([, each]) => each);
      const found = await computed(
        await bookOf(largePrint),
        theme,
        { ...settings, '--smallest-type': '1px' },
        asked,
      );
      const wrong = asked.flatMap(([selector, property, expected], index) => {
        const value = found[index] ?? '';
        const isRight = typeof expected === 'string' ? value === expected : expected.test(value);
        return isRight ? [] : [`${selector} ${property}: ${value}`];
      });
      expect(wrong).toEqual([]);
    });

    it('sets nothing but raised marks smaller than the smallest type', async () => {
      const asked = probes['--smallest-type'] ?? [];
      const found = await computed(await bookOf(largePrint), theme, { '--smallest-type': '97px' }, asked);
      expect(found).toEqual(asked.map(() => '97px'));
    });
  });
});

describe.each(['literary', 'scholarly', 'modern'])('the heads of pages in the theme %s', (theme) => {
  async function printed(values: Readonly<Record<string, string>>): Promise<PdfContent> {
    const folder = await folderOf({
      ...manuscript,
      'book.yaml': `${manuscript['book.yaml']}print: { theme: ${theme} }\n`,
      'theme.css': rootRule(values),
    });
    const { artifacts } = await build(folder, { only: ['pdf'] });
    return readPdf(held(artifacts.find(({ kind }) => kind === 'pdf')?.bytes));
  }

  /** What stands above the text of all pages, without the folios. */
  function headsOf({ pages }: PdfContent): Pick<PdfRun, 'text' | 'size'>[] {
    return pages.flatMap(({ runs, height }) =>
      runs.filter(({ y, text }) => y < height * 0.09 && /\p{L}/u.test(text)),
    );
  }

  it('are as large, as capital and as spaced as the properties say', async () => {
    const set = headsOf(
      await printed({ '--head-size': '8pt', '--head-case': 'uppercase', '--head-spacing': '5pt' }),
    );
    const letters = set.map(({ text }) => text).join(' ');
    expect(letters.replaceAll(/\W/g, '')).toContain('LOOMING');
    expect(letters).not.toMatch(/[A-Z]{2}|[a-z]/);
    expect(new Set(set.map(({ size }) => size.toFixed(1)))).toEqual(new Set(['8.0']));
  });
});
