import type { Element, RootContent } from 'hast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, type RunningBrowser } from '../../../src/emit/pdf/browser.ts';
import { changed, judgeEpub, judgePdf, prepare, type Prepared } from './editions.ts';

let browser: RunningBrowser;
beforeAll(async () => {
  browser = await startBrowser(undefined);
});
afterAll(() => browser.browser.close());

const files = {
  '01-one.md': `# One

First[^first] and second[^second], and the first again[^first].

[^first]: Harpooners of the northern fleet.

    They sailed in the spring, as the log has it.
[^second]: Candles and oil.
[^third]: Whalebone, of which umbrellas are made.

A mark of the third[^third].
`,
};

/** One loss, what it does to the book, and what is said of it in either edition. */
interface Case {
  readonly change: (element: Element) => ReadonlyArray<RootContent>;
  readonly epub: string[];
  readonly pdf: string[];
}

const idOf = ({ properties }: Element): string => String(properties['id'] ?? '');
const without =
  (lost: (element: Element) => boolean) =>
  (element: Element): RootContent[] =>
    lost(element) ? [] : [element];
const says = (element: Element, text: string): boolean => JSON.stringify(element.children).includes(text);

const cases: Readonly<Record<string, Case>> = {
  'a whole note': {
    change: without((element) => idOf(element) === 'one--note-second'),
    epub: ['7 In the EPUB the note [^second] is missing'],
    pdf: ['7 In the PDF the note [^second] is missing'],
  },
  'the text of a note': {
    change: (element) =>
      element.tagName === 'p' && says(element, 'Candles')
        ? [{ ...element, children: element.children.filter(({ type }) => type !== 'text') }]
        : [element],
    epub: ['9 In the EPUB the note [^second] lacks the text “Candles and oil.”'],
    pdf: ['9 In the PDF the note [^second] lacks the text “Candles and oil.”'],
  },
};

describe('a book with all its notes', () => {
  it('has them in both editions', async () => {
    const book = await prepare(files);
    const all = { notes: 3, citations: 4, backlinks: 4, said: [] };
    expect(await judgeEpub(book)).toEqual(all);
    expect(await judgePdf(book, browser)).toEqual(all);
  });
});

describe.each(Object.entries(cases))('without %s', (_, { change, epub, pdf }) => {
  const lose = async (): Promise<Prepared> => changed(await prepare(files), change);
  it('the EPUB fails', async () => {
    const { said } = await judgeEpub(await lose());
    expect(said).toEqual(epub);
  });
  it('the PDF fails', async () => {
    const { said } = await judgePdf(await lose(), browser);
    expect(said).toEqual(pdf);
  });
});
