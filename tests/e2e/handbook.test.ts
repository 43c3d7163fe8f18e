import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { handbookFolder, wholeBook, type WholeBook } from '../support/whole-books.ts';
import { readPdf, type PdfBookmark, type PdfContent } from '../support/read-pdf.ts';

/*
 * The whole road on our own book: both editions are read back, the EPUB from its zip, the
 * PDF as a viewer reads it.
 */
let handbook: WholeBook;
let documents: Map<string, string>;
let pdf: PdfContent;

beforeAll(async () => {
  handbook = await wholeBook('the Handbook');
  const zip = await JSZip.loadAsync(handbook.bytes('epub'));
  const texts = Object.values(zip.files).filter(({ name }) => /\.(xhtml|opf|ncx|css)$/.test(name));
  documents = new Map(
    await Promise.all(texts.map(async (file) => [file.name, await file.async('string')] as const)),
  );
  pdf = await readPdf(handbook.bytes('pdf'));
});

describe('the Handbook', () => {
  it('builds without a message', () => {
    expect(handbook.messages).toEqual([]);
    expect(handbook.artifacts.map(({ path }) => path)).toEqual([
      'the-colophon-handbook.epub',
      'the-colophon-handbook.pdf',
      'the-colophon-handbook-press.pdf',
      'the-colophon-handbook-cover.pdf',
      'the-colophon-handbook-cover.jpg',
      'the-colophon-handbook.onix.xml',
      'the-colophon-handbook.jsonld',
      'report.html',
      'release.json',
      'SHA256SUMS',
    ]);
  });

  it('builds to the same bytes again', async () => {
    const again = await build(handbookFolder);
    expect(again.artifacts.map(({ sha256 }) => sha256)).toEqual(
      handbook.artifacts.map(({ sha256 }) => sha256),
    );
  });
});

describe('its EPUB', () => {
  it('has a target for every internal link', () => {
    const links = [...documents].flatMap(([name, text]) =>
      [...text.matchAll(/href="([^":#]*)(?:#([^"]+))?"/g)].map(([, file, id]) => ({
        name,
        target: file ? `OEBPS/${file}` : name,
        id,
      })),
    );
    const inside = links.filter(({ target }) => target.endsWith('.xhtml'));
    const broken = inside.filter(({ target, id }) => {
      const text = documents.get(target);
      return text === undefined || (id !== undefined && !text.includes(`id="${id}"`));
    });
    expect(inside.length).toBeGreaterThan(100);
    expect(broken).toEqual([]);
  });

  it('has every note once, and a way from each mark to its note and back', () => {
    const all = [...documents.values()].join('');
    const notes = [...all.matchAll(/<li id="([^"]+)" class="note"/g)].map(([, id]) => id ?? '');
    const marks = [...all.matchAll(/<a id="([^"]+)" href="[^"#]*#([^"]+)" epub:type="noteref"/g)];
    expect(notes.length).toBeGreaterThanOrEqual(15);
    expect(new Set(notes).size).toBe(notes.length);
    expect(new Set(marks.map(([, , note]) => note))).toEqual(new Set(notes));
    const back = [...all.matchAll(/class="backlink" href="[^"#]*#([^"]+)"/g)].map(([, id]) => id);
    expect(back.toSorted()).toEqual(marks.map(([, id]) => id).toSorted());
  });
});

describe('its PDF', () => {
  it('has the pages the page map speaks of, under their labels', () => {
    expect(pdf.pages.length).toBe(handbook.pageMap?.pages.length);
    expect(pdf.labels).toEqual(handbook.pageMap?.pages.map(({ label }) => label));
  });

  it('leads every bookmark to the page where its heading stands', () => {
    const flat = (items: ReadonlyArray<PdfBookmark>): PdfBookmark[] =>
      items.flatMap((item) => [item, ...flat(item.children)]);
    const bookmarks = flat(pdf.outline);
    expect(bookmarks.length).toBeGreaterThan(40);
    // Pages without a printed title are bookmarked by what they are.
    for (const { title, page } of bookmarks.filter((each) => !/^(copyright|title) page$/i.test(each.title))) {
      expect(squeeze(pdf.pages[page ?? -1]?.text ?? ''), title).toContain(squeeze(title));
    }
  });

  it('prints on the contents page the page each heading is on', () => {
    const contents = pdf.pages.findIndex(({ text }) => /^Contents$/m.test(text));
    const lines = (pdf.pages[contents]?.text ?? '').split('\n');
    let entries = 0;
    for (const bookmark of pdf.outline.flatMap((item) => [item, ...item.children])) {
      const line = lines.find((each) => squeeze(each).startsWith(squeeze(bookmark.title)));
      if (line === undefined || bookmark.title === 'Contents') continue;
      expect(line.trim(), bookmark.title).toMatch(new RegExp(`\\s${pdf.labels[bookmark.page ?? -1]}$`));
      entries++;
    }
    expect(entries).toBeGreaterThan(15);
  });

  it('is tagged, in its language, with all fonts embedded and none of Type 3', () => {
    expect(pdf.tagged).toBe(true);
    expect(pdf.language).toBe('en');
    // The text face upright, slanted and bold, and the face of code.
    expect(pdf.fonts.length).toBeGreaterThanOrEqual(4);
    expect(pdf.fonts.filter(({ embedded }) => !embedded)).toEqual([]);
    expect(pdf.fonts.map(({ subtype }) => subtype)).not.toContain('Type3');
  });
});

/** Letters and digits alone, in lower case: spacing, hyphens and small capitals differ. */
function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
