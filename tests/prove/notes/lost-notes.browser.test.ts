import type { Element, RootContent } from 'hast';
import { describe, expect, it } from 'vitest';
import { changed, judgeEpub, judgePdf, prepare, type Prepared } from './editions.ts';
import { sharedBrowser } from '../../support/shared-browser.ts';

const browser = await sharedBrowser();

const files = {
  '01-one.md': `# One

First[^first] and second[^second], and the first again[^first].

[^first]: Harpooners of the northern fleet.

    They sailed in the spring, as the log has it today.
[^second]: Candles and oil.
[^third]: Whalebone, of which umbrellas are made.

A mark of the third[^third].
`,
};

/** One loss, what it does to the book, and what is said of it in either edition. */
interface Case {
  readonly change: (element: Element) => ReadonlyArray<RootContent>;
  /** What is said of each edition, whose name stands for `#`. */
  readonly faults: string[];
  /** What is said of the PDF, where that differs. */
  readonly pdf?: string[];
}

const idOf = ({ properties }: Element) => properties['id'];
const without =
  (lost: (element: Element) => boolean) =>
  (element: Element): RootContent[] =>
    lost(element) ? [] : [element];
const says = (element: Element, text: string): boolean => JSON.stringify(element.children).includes(text);

const isMark = (element: Element): boolean => element.properties['role'] === 'doc-noteref';
const isBack = (element: Element): boolean => element.properties['role'] === 'doc-backlink';
const leadsTo = (element: Element, id: string): boolean => element.properties['href'] === `#${id}`;

const cases: Readonly<Record<string, Case>> = {
  'a whole note': {
    change: without((element) => idOf(element) === 'one--note-second'),
    faults: [
      '8 In the # the note [^second] is missing',
      '9 In the # the note [^third] has the number 2 instead of 3',
    ],
  },
  'the text of a note': {
    change: (element) =>
      element.tagName === 'p' && says(element, 'Candles')
        ? [{ ...element, children: element.children.filter(({ type }) => type !== 'text') }]
        : [element],
    faults: ['8 In the # the note [^second] lacks the text “Candles and oil.”'],
  },
  'the second paragraph of a note': {
    change: (element) =>
      element.tagName === 'p' && says(element, 'sailed')
        ? [{ ...element, children: element.children.filter(({ type }) => type !== 'text') }]
        : [element],
    faults: ['5 In the # the note [^first] lacks the text “They sailed in the spring, as the log …”'],
  },
  'the end of a note': {
    change: reworded('Whalebone, of which umbrellas are made.', 'Whalebone, of which.'),
    faults: ['9 In the # the note [^third] breaks off after “Whalebone, of which”'],
  },
  'a word of a note': {
    change: reworded('Harpooners of the northern', 'Harpooners of northern'),
    faults: ['5 In the # the note [^first] breaks off after “Harpooners of”'],
  },
  'a mark': {
    change: without((element) => idOf(element) === 'one--note-second-mark'),
    faults: ['3 In the # the mark of the note [^second] is missing'],
  },
  'the second mark of a note': {
    change: without((element) => idOf(element) === 'one--note-first-mark-2'),
    faults: ['3 In the # mark 2 of the note [^first] is missing'],
  },
  'the link of a mark': {
    change: (element) =>
      isMark(element) && leadsTo(element, 'one--note-second')
        ? [{ ...element, properties: { ...element.properties, href: '#one--note-third' } }]
        : [element],
    faults: ['3 In the # the mark of the note [^second] does not lead to the note'],
  },
  'the right number of a mark': {
    change: (element) =>
      isMark(element) && leadsTo(element, 'one--note-second')
        ? [{ ...element, children: [{ type: 'text', value: '3' }] }]
        : [element],
    faults: ['3 In the # the mark of the note [^second] has the number 3 instead of 2'],
  },
  'a link back': {
    change: without((element) => isBack(element) && leadsTo(element, 'one--note-first-mark-2')),
    faults: ['5 In the # the note [^first] does not lead back to its mark 2'],
  },
  'the order of two notes': {
    change: (element) =>
      element.tagName === 'ol' ? [{ ...element, children: element.children.toReversed() }] : [element],
    faults: [
      '5 In the # the note [^first] has the number 3 instead of 1',
      '9 In the # the note [^third] has the number 1 instead of 3',
    ],
  },
  'the uniqueness of a note': {
    change: (element) => (idOf(element) === 'one--note-third' ? [element, element] : [element]),
    faults: ['9 In the # the note [^third] is there 2 times'],
    // The destination is that of the second, which counts on.
    pdf: ['9 In the # the note [^third] has the number 4 instead of 3'],
  },
};

/** A change of the words in the text of the book. */
function reworded(from: string, to: string): Case['change'] {
  return (element) => [
    {
      ...element,
      children: element.children.map((child) =>
        child.type === 'text' ? { ...child, value: child.value.replace(from, to) } : child,
      ),
    },
  ];
}

describe('a book with all its notes', () => {
  it('has them in both editions', async () => {
    const book = await prepare(files);
    const all = { notes: 3, citations: 4, backlinks: 4, said: [] };
    expect(await judgeEpub(book)).toEqual(all);
    expect(await judgePdf(book, browser)).toEqual(all);
  });
});

describe.each(Object.entries(cases))('without %s', (_, { change, faults, pdf = faults }) => {
  const lose = async (): Promise<Prepared> => changed(await prepare(files), change);
  it('the EPUB fails', async () => {
    const { said } = await judgeEpub(await lose());
    expect(said).toEqual(faults.map((fault) => fault.replace('#', 'EPUB')));
  });
  it('the PDF fails', async () => {
    const { said } = await judgePdf(await lose(), browser);
    expect(said).toEqual(pdf.map((fault) => fault.replace('#', 'PDF')));
  });
});

describe('a short note cited several times', () => {
  it('has its number, though its links back stand on the same line', async () => {
    const book = await prepare({ '01-one.md': '# One\n\nA[^n], a[^n], a[^n].\n\n[^n]: Ibid.\n' });
    expect(await judgePdf(book, browser)).toEqual({ notes: 1, citations: 3, backlinks: 3, said: [] });
  });
});
