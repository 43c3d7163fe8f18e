import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from 'pdf-lib';
import { expect, test } from 'vitest';
import { finishBook } from '../../../support/finish-book.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makePrint, makeSection } from '../../../builders/hast-book.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const running = await sharedBrowser();

test('in a paragraph of several pages every mark has one link, where it stands, and its tag knows it', async () => {
  const ids = Array.from({ length: 90 }, (_, index) => index + 1);
  const marks = ids.map(
    (id) =>
      `the airs of sky and sea M${id}e<sup class="noteref"><a id="m${id}" href="#n${id}" epub:type="noteref">${id}</a></sup>` +
      ` <em><a href="https://example.org/${id}">W${id}e</a></em>`,
  );
  const notes = ids.map((id) => `<p id="n${id}">Note</p>`);
  const book = makeBook(
    { body: [makeSection('one', `<p>${marks.join(' ')}</p>${notes.join('')}`)] },
    makePrint({ trim: { width: 300, height: 300 } }),
  );
  const { screen = new Uint8Array() } = await finishBook(book, new Map(), await makeLooks(book), running);
  const { pages } = await readPdf(screen);
  expect(pages.length).toBeGreaterThan(5);
  const placesOf = (word: string): number[] =>
    pages.flatMap(({ text }, index) => (text.includes(word) ? [index] : []));
  const linksTo = (wanted: string): number[] =>
    pages.flatMap(({ links }, index) =>
      links.flatMap(({ name, url }) => (name === wanted || url === wanted ? [index] : [])),
    );
  expect(ids.map((id) => linksTo(`n${id}`))).toEqual(ids.map((id) => placesOf(`M${id}e`)));
  expect(ids.map((id) => linksTo(`https://example.org/${id}`))).toEqual(ids.map((id) => placesOf(`W${id}e`)));

  const stored = await PDFDocument.load(screen, { updateMetadata: false });
  const annotations = stored.getPages().flatMap((page) => page.node.Annots()?.asArray() ?? []);
  const tagged = stored.context.enumerateIndirectObjects().flatMap(([, object]) => referred(object));
  expect(tagged.map(String).toSorted()).toEqual(annotations.map(String).toSorted());
  expect(parentNumbers(stored)).toEqual(
    annotations
      .map((annotation) => stored.context.lookup(annotation, PDFDict).get(PDFName.of('StructParent')))
      .map(Number)
      .toSorted(ascending),
  );
});

test('a link over several lines, and over the page, keeps a part in each', async () => {
  const words = 'clear steel day and the airs of sky and sea '.repeat(20);
  const book = makeBook(
    { body: [makeSection('one', `<p>Before <a href="#two">${words}</a></p>`), makeSection('two', '')] },
    makePrint({ trim: { width: 300, height: 300 } }),
  );
  const { screen = new Uint8Array() } = await finishBook(book, new Map(), await makeLooks(book), running);
  const { pages } = await readPdf(screen);
  const lines = pages.slice(0, 2).map(({ runs, height }) => {
    const text = runs.filter(
      ({ y, text: run }) => y > height * 0.1 && y < height * 0.9 && /[a-z]{2}/.test(run),
    );
    return new Set(text.map(({ y }) => Math.round(y))).size;
  });
  // The opening has its title besides.
  const [first = 0, second = 0] = lines;
  expect(pages.slice(0, 2).map(({ links }) => links.length)).toEqual([first - 1, second]);
});

function referred(object: unknown): PDFRef[] {
  if (!(object instanceof PDFDict)) return [];
  const kids = object.lookup(PDFName.of('K'));
  const entries = kids instanceof PDFArray ? kids.asArray() : [object.get(PDFName.of('K'))];
  return entries.flatMap((entry) => {
    const target = entry instanceof PDFDict ? entry.get(PDFName.of('Obj')) : undefined;
    return target instanceof PDFRef ? [target] : [];
  });
}

/** The numbers of annotations in the parent tree; those of pages are small. */
function parentNumbers(document: PDFDocument): number[] {
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const numbers = root
    .lookup(PDFName.of('ParentTree'), PDFDict)
    .lookup(PDFName.of('Nums'), PDFArray)
    .asArray();
  return numbers
    .filter((_, index) => index % 2 === 0)
    .map(Number)
    .filter((number) => number >= 100_000);
}

function ascending(a: number, b: number): number {
  return a - b;
}
