import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RunningBrowser } from '../../../../src/emit/pdf/browser/browser.ts';
import { finishBook } from '../../../support/finish-book.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeLooks, makeSection } from '../../../builders/hast-book.ts';
import { sharedBrowser } from '../../../support/shared-browser.ts';

const html = `
<p>Text <em>stressed</em> and <i lang="la">verba</i> <math alttext="x+1"><mi>x</mi><mo>+</mo><mn>1</mn></math>,
cited<sup><a id="m1" href="#n1" epub:type="noteref" aria-label="Note 1">1</a></sup>, and
<a href="https://example.org">elsewhere</a> or <a href="#two">here</a>.</p>
<p><ruby>word<rt>reading</rt></ruby></p>
<ul><li>First<ul><li>Inner</li></ul></li><li><p>Second</p></li></ul>
<table><tbody><tr><td>A</td><td></td></tr><tr><td>B</td><td>C</td></tr></tbody></table>
<hr>
<section><ol class="notes"><li class="note" id="n1"><p>Said of it.
<span class="backlinks"><a class="backlink" href="#m1" aria-label="Back to note mark 1">↩</a></span></p></li></ol></section>
<p>Known (<a id="c1" href="#w1" epub:type="biblioref" role="doc-biblioref">Roe 1999</a>).</p>
<ul class="references" role="list"><li id="w1"><a class="backlink" href="#c1" role="doc-backlink">Roe</a>, <em>Ships</em>.</li></ul>`;

let running: RunningBrowser;
let document: PDFDocument;
let lines: string[];
beforeAll(async () => {
  running = await sharedBrowser();
  const book = makeBook({ body: [makeSection('one', html), makeSection('two', '<p>End</p>')] });
  const { screen = new Uint8Array() } = await finishBook(book, new Map(), await makeLooks(book), running);
  document = await PDFDocument.load(screen, { updateMetadata: false });
  lines = outline(root(), 0);
});

function root(): PDFDict {
  return document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
}

function kidsOf(dict: PDFDict): ReturnType<PDFArray['asArray']> {
  const kids = dict.lookup(PDFName.of('K'));
  if (kids instanceof PDFArray) return kids.asArray();
  const only = dict.get(PDFName.of('K'));
  return only === undefined ? [] : [only];
}

function textOf(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}

/** The tree as indented lines, without what has no structure. */
function outline(dict: PDFDict, depth: number): string[] {
  return kidsOf(dict).flatMap((kid): string[] => {
    const element = kid instanceof PDFRef ? document.context.lookup(kid) : kid;
    if (!(element instanceof PDFDict)) return [];
    const role = element.get(PDFName.of('S'))?.toString().slice(1);
    if (role === undefined) return [];
    const facts = ['Alt', 'Lang', 'ID'].map((key) => textOf(element, key)).filter((fact) => fact !== '');
    if (role === 'NonStruct' && facts.length === 0) return outline(element, depth);
    return [`${'  '.repeat(depth)}${[role, ...facts].join(' ')}`, ...outline(element, depth + 1)];
  });
}

describe('completeTags', () => {
  test('tags words and the readings above them', () => {
    const from = lines.findIndex((line) => line.trim() === 'Ruby');
    expect(lines.slice(from, from + 3).map((line) => line.trim())).toEqual(['Ruby', 'RB', 'RT']);
  });

  test('gives list items bodies, one inside the other', () => {
    const from = lines.findIndex((line) => line.trim() === 'L');
    expect(lines.slice(from, from + 11).map((line) => line.slice(4))).toEqual([
      'L',
      '  LI',
      '    Lbl',
      '    LBody',
      '      L',
      '        LI',
      '          Lbl',
      '          LBody',
      '  LI',
      '    Lbl',
      '    LBody',
    ]);
  });

  test('tags notes with their identifiers, and knows them by those', () => {
    const from = lines.findIndex((line) => line.includes('Note note:n1'));
    expect(lines.slice(from - 3, from).map((line) => line.trim())).toEqual(['L', 'LI', 'LBody']);
    const names = root().lookup(PDFName.of('IDTree'), PDFDict).lookup(PDFName.of('Names'), PDFArray);
    expect(String(names.get(0))).toBe('(note:n1)');
    expect(textOf(names.lookup(1, PDFDict), 'ID')).toBe('note:n1');
  });

  test('tags what refers to notes and works, and no other links', () => {
    const references = lines.flatMap((line, at) => (line.trim() === 'Reference' ? [at] : []));
    expect(references).toHaveLength(2);
    for (const at of references) expect(lines[at + 1]?.trim()).toBe('Link');
    expect(lines.filter((line) => line.trim() === 'Link').length).toBeGreaterThan(2);
  });

  test('tags the works of a bibliography', () => {
    const from = lines.findIndex((line) => line.trim() === 'BibEntry');
    const depth = (line = ''): number => line.length - line.trimStart().length;
    // The list has the marks of a browser here, since the styles of citations are not in this book.
    expect(lines.slice(from - 3, from).map((line) => line.trim())).toEqual(['LI', 'Lbl', 'LBody']);
    expect(lines.slice(from + 1, from + 3).map((line) => line.trim().split(' ')[0])).toEqual(['Link', 'Em']);
    expect(depth(lines[from + 1])).toBeGreaterThan(depth(lines[from]));
    expect(lines.filter((line) => line.trim() === 'BibEntry')).toHaveLength(1);
  });

  test('tags formulas with their source, phrases with their language, sections as such', () => {
    const all = lines.map((line) => line.trim());
    expect(all).toContain('Formula x+1');
    expect(all).toContain('NonStruct la');
    expect(lines.filter((line) => line.startsWith('  Sect'))).toHaveLength(2);
    expect(all.filter((line) => line.startsWith('Figure'))).toEqual([]);
  });

  test('maps the types that are Chrome’s own', () => {
    expect(lines.map((line) => line.trim())).toContain('Em');
    expect(String(root().lookup(PDFName.of('RoleMap'), PDFDict).get(PDFName.of('Em')))).toBe('/Span');
  });

  test('has all cells of a table, the empty ones too', () => {
    expect(lines.filter((line) => /^ *T[RD]$/.test(line)).map((line) => line.trim())).toEqual(
      'TR TD TD TR TD TD'.split(' '),
    );
  });

  test('says of every link where it leads', () => {
    const annotations = document.getPages().flatMap(({ node }) => node.Annots()?.asArray() ?? []);
    const said = annotations.map((each) => textOf(document.context.lookup(each, PDFDict), 'Contents'));
    expect(said).toEqual(['Note 1', 'elsewhere', 'here', 'Back to note mark 1', 'Roe 1999', 'Roe']);
  });

  test('has a parent tree that leads to the elements which contain the content', () => {
    const entries = root().lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
    let owned = 0;
    for (let index = 1; index < entries.size(); index += 2) {
      const owners = entries.lookup(index);
      if (!(owners instanceof PDFArray)) continue;
      owners.asArray().forEach((owner, content) => {
        if (!(owner instanceof PDFRef)) return;
        const numbers = kidsOf(document.context.lookup(owner, PDFDict)).map((kid) =>
          kid instanceof PDFDict
            ? kid.lookupMaybe(PDFName.of('MCID'), PDFNumber)?.asNumber()
            : Number(String(kid)),
        );
        expect(numbers).toContain(content);
        owned += 1;
      });
    }
    expect(owned).toBeGreaterThan(15);
  });
});
