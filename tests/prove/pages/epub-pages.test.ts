import { describe, expect, it } from 'vitest';
import JSZip from 'jszip';
import { checkPagesInEpub } from '../../../src/prove/pages/epub-pages.ts';

const printed = {
  pages: ['i', 'ii', '1', '2', '3'].map((label) => ({ label, blank: label === '3' })),
  starts: [0, 2, 3].map((page) => ({ page, spot: page, before: 0 })),
};

/** What is found in a book that marks and lists these pages. */
async function found(
  marked: ReadonlyArray<string>,
  listed: ReadonlyArray<string> = marked,
): Promise<string[]> {
  const zip = new JSZip();
  zip.file('META-INF/container.xml', '<container><rootfile full-path="OEBPS/content.opf"/></container>');
  zip.file(
    'OEBPS/content.opf',
    '<package><manifest><item id="nav" href="toc.xhtml" properties="nav"/><item id="one" href="one.xhtml"/></manifest>' +
      '<spine><itemref idref="one"/></spine></package>',
  );
  const marks = marked.map(
    (label) => `<span id="page-${label}" epub:type="pagebreak" aria-label="${label}"></span>`,
  );
  zip.file('OEBPS/one.xhtml', `<body><p>${marks.join(' words ')}</p></body>`);
  const entries = listed.map((label) => `<li><a href="one.xhtml#page-${label}">${label}</a></li>`);
  zip.file('OEBPS/toc.xhtml', `<nav epub:type="page-list"><ol>${entries.join('')}</ol></nav>`);
  const epub = await zip.generateAsync({ type: 'uint8array' });
  const { messages } = await checkPagesInEpub(epub, 'a.epub', printed);
  return messages.map(({ rule, reason }) => `${rule} ${reason}`);
}

describe('checkPagesInEpub', () => {
  it('finds nothing where all pages of the body are marked and listed, and perhaps others', async () => {
    expect(await found(['1', '2'])).toEqual([]);
    expect(await found(['i', '1', '2'])).toEqual([]);
  });

  it.each([
    [['1'], 'facts-differ The EPUB does not mark where these printed pages begin: 2'],
    [['1', '2', '3'], 'facts-differ The EPUB marks pages that print has not, or has empty: 3'],
    [['1', '2', '2'], 'facts-differ The EPUB marks printed pages twice: 2'],
  ])('tells of marks as in %j', async (marked, reason) => {
    expect(await found(marked)).toEqual([reason]);
  });

  it('tells of a list that is not that of the marks', async () => {
    const reason = 'facts-differ The EPUB lists other pages than it marks';
    expect(await found(['1', '2'], ['2', '1'])).toEqual([reason]);
    expect(await found(['1', '2'], ['1'])).toEqual([reason]);
  });
});
