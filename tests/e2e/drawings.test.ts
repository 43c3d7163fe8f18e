import JSZip from 'jszip';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { folderOf } from '../builders/folder.ts';
import { held } from '../builders/held.ts';
import { epubcheckFindings, epubcheckJars, hasEpubchecks } from '../outside/epubcheck.ts';

const manuscript = {
  'book.yaml': 'title: Drawn\nlanguage: en\ncontributors: [{ name: A. Author, role: author }]\n',
  'one.md': `# One <svg viewBox="0 0 9 9" aria-hidden="true"><circle r="4"/></svg>

A dot, <svg viewBox="0 0 9 9" aria-label="red"><circle r=4 fill=red /></svg>, in a line.[^1]

<svg viewbox="0 0 90 50" class="wide" lang="en" width="200" role="img" focusable="false" data-name="Layer 1">
<title>Dots in a frame</title>
<defs><linearGradient id="shade"><stop offset="1" stop-color="#00f"/></linearGradient></defs>
<rect width="90" height="50" fill="url(#shade)"/>
<circle id="dot" r="9"/><use href="#dot" x="50"/><use xlink:href="#dot" x="20"/>
<text x="10" y="40">Dots &nbsp; &amp; more</text>
</svg>

<figure>
<svg viewBox="0 0 9 9"><title>A cross</title><path d="M0 0L9 9M9 0L0 9" stroke="black"/></svg>
<figcaption>The cross.</figcaption>
</figure>

[^1]: A square: <svg viewBox="0 0 9 9" aria-label="blue"><rect width="9" height="9"/></svg>
`,
};

/** The text alternatives in the structure of a PDF. */
async function alternatives(pdf: Uint8Array): Promise<string[]> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
  const texts = context.enumerateIndirectObjects().flatMap(([, object]) => {
    const alt = object instanceof PDFDict ? object.lookup(PDFName.of('Alt')) : undefined;
    return alt instanceof PDFHexString || alt instanceof PDFString ? [alt.decodeText()] : [];
  });
  return texts.toSorted();
}

it('makes pictures of drawings in the text, in every edition', async () => {
  const { artifacts, messages } = await build(await folderOf(manuscript), { only: ['epub', 'pdf'] });
  expect(messages).toEqual([]);
  const epub = held(artifacts.find(({ kind }) => kind === 'epub')?.bytes);
  const { files } = await JSZip.loadAsync(epub);
  const drawings = Object.keys(files).filter((name) => name.endsWith('.svg'));
  expect(drawings).toHaveLength(5);
  const chapter = (await files['OEBPS/one.xhtml']?.async('string')) ?? '';
  const named = [...chapter.matchAll(/<img src="([^"]+)" alt="([^"]*)"/g)];
  expect(named.map(([, , alt]) => alt)).toEqual(['', 'red', 'Dots in a frame', 'A cross']);
  for (const [, src = ''] of named) expect(drawings).toContain(`OEBPS/${src}`);
  const pdf = held(artifacts.find(({ kind }) => kind === 'pdf')?.bytes);
  expect(await alternatives(pdf)).toEqual(['red', 'Dots in a frame', 'A cross', 'blue'].toSorted());
  if (!hasEpubchecks) return;
  for (const jar of Object.values(epubcheckJars))
    expect(epubcheckFindings(jar, new Map([['drawn', epub]]))).toEqual([]);
});
