import { PDFDocument, PDFName, PDFRef, type PDFDict } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { FileError } from '../../../src/pdf/file/file-error.ts';
import { Objects } from '../../../src/pdf/file/objects.ts';
import { filePages } from '../../../src/pdf/file/pages.ts';
import { TextFonts } from '../../../src/pdf/text/fonts.ts';
import { pageText } from '../../../src/pdf/text/page-text.ts';

const cmap = `1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <0041> <0002> <00660069> endbfchar
2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<05D0> <D835DD04>] endbfrange`;

/** The runs of a page with this content: font F has codes of two bytes, G of one, M says nothing. */
async function runsOf(content: string | string[], form = '', measured = false) {
  const document = await PDFDocument.create();
  const { context } = document;
  const toUnicode = context.register(context.stream(cmap));
  const Font = {
    F: context.register(context.obj({ Type: 'Font', Subtype: 'Type0', ToUnicode: toUnicode })),
    G: context.register(context.obj({ Type: 'Font', Subtype: 'Type3', ToUnicode: toUnicode })),
    M: context.register(context.obj({ Type: 'Font', Subtype: 'Type0' })),
  };
  const drawn = context.register(
    context.flateStream(form, { Type: 'XObject', Subtype: 'Form', Matrix: [1, 0, 0, 1, 100, 0] }),
  );
  const page = document.addPage([200, 200]);
  const streams = [content].flat().map((part) => context.register(context.flateStream(part)));
  page.node.set(PDFName.of('Contents'), streams.length === 1 ? streams[0]! : context.obj(streams));
  // Resources are had from above.
  (page.node.Parent() as unknown as PDFDict).set(
    PDFName.of('Resources'),
    context.obj({ Font, XObject: { X: drawn }, Properties: { P: { ActualText: PDFName.of('no') } } }),
  );
  page.node.delete(PDFName.of('Resources'));
  const bytes = await document.save({ useObjectStreams: true });
  const objects = Objects.of(bytes);
  const fonts = new TextFonts(objects, (text) => text);
  return filePages(objects).map((each) => pageText(each, objects, fonts, measured))[0]!;
}

describe('pageText', () => {
  test('reads glyphs by their maps, runs by text objects, places by matrices', async () => {
    const content =
      'q 2 0 0 -2 0 200 cm BT /F 12 Tf 1 0 0 -1 10 20 Tm <0001> Tj 5.5 0 Td <0002> Tj 3 0 Td <00100012> Tj ET Q ' +
      'BT /G 9 Tf 7 8 Td (\\020\\021) Tj ET';
    expect(await runsOf(content)).toEqual([
      { text: 'Afiac', x: 20, y: 160, width: 0, size: 24, reversed: false, artifact: false },
      { text: 'ab', x: 7, y: 8, width: 0, size: 9, reversed: false, artifact: false },
    ]);
  });

  test('measures runs where that is wanted', async () => {
    const content = 'BT /F 12 Tf 10 20 Td <0001> Tj 5.5 0 Td <0002> Tj 3 0 Td <0010> Tj ET';
    expect(await runsOf(content, '', true)).toMatchObject([{ x: 10, width: 8.5, size: 12 }]);
  });

  test('measures arrays by the widths of their font, which are the whole size where it says none', async () => {
    const array = 'BT /F 10 Tf 10 20 Td [<0001> 500 (\\000\\020) -30.5 <0011>] TJ';
    expect(await runsOf(`${array} ET`, '', true)).toMatchObject([{ x: 10, width: 15.305 }]);
    const next = '9 0 Td (\\000\\020\\000\\021) Tj';
    expect(await runsOf(`${array} ${next} ET`, '', true)).toMatchObject([{ text: 'Aabab', width: 19 }]);
  });

  test('measures letters that are set apart', async () => {
    const content = 'BT /F 10 Tf 10 20 Td .5 Tc [<0001> -100 <00100011>] TJ 0 Tc <0010> Tj ET';
    expect(await runsOf(content, '', true)).toMatchObject([{ x: 10, width: 32.5 }]);
  });

  test('reads what is escaped in strings', async () => {
    const [run] = await runsOf(
      'BT /G 9 Tf [(\\\\\\(\\)\\r) 3 (\\020\r\n\\\n\\021)] TJ /M 9 Tf (a\\)(b)c) Tj ET',
    );
    expect(run?.text).toBe(`${'\0'.repeat(4)}a${'\0'.repeat(2)}b${'\0'.repeat(3)}`);
  });

  test('reads arrays, strings of both kinds, and what several streams say', async () => {
    const runs = await runsOf(['BT /F 9 Tf [<0001> -120 (\\000\\020)] TJ', '<00 11> Tj <001> Tj ET']);
    expect(runs.map(({ text }) => text)).toEqual(['Aaba']);
  });

  test('takes the text that a mark says in place of its glyphs, once', async () => {
    const said = '/Span <</ActualText <FEFF0078>>> BDC <0001> Tj 1 0 Td <0001> Tj EMC';
    expect(await runsOf(`BT /F 9 Tf <0010> Tj ${said} <0011> Tj ET`)).toMatchObject([{ text: 'axb' }]);
    const inner = `/Span <</ActualText (y)>> BDC ${said} EMC`;
    expect(await runsOf(`BT /F 9 Tf ${inner} ET`)).toMatchObject([{ text: 'y' }]);
  });

  test('turns reversed characters round, cluster by cluster', async () => {
    const runs = await runsOf('BT /ReversedChars BMC /F 9 Tf <0010> Tj <0020> Tj <0002> Tj EMC ET');
    expect(runs).toMatchObject([{ text: 'fi\u05D0a', reversed: true }]);
  });

  test('knows artifacts, and glyphs of which nothing is said', async () => {
    const runs = await runsOf(
      '/Artifact <</Type /Pagination>> BDC BT /F 9 Tf <0010> Tj ET EMC BT /M 9 Tf <0010> Tj ET BT /F 9 Tf <0099> Tj ET',
    );
    expect(runs.map(({ text, artifact }) => [text, artifact])).toEqual([
      ['a', true],
      ['\0', false],
      ['\0', false],
    ]);
  });

  test('reads so many forms of a page and no more, where they draw themselves', async () => {
    const runs = await runsOf('/X Do', `BT /F 9 Tf <0010> Tj ET ${'/X Do '.repeat(10)}`);
    expect(runs.length).toBeGreaterThan(1000);
    expect(runs.length).toBeLessThan(20_000);
  });

  test('reads forms in their place', async () => {
    const runs = await runsOf('BT /F 9 Tf <0010> Tj ET /X Do', 'BT /F 9 Tf 5 6 Td <0021> Tj ET');
    expect(runs.map(({ text, x, y }) => [text, x, y])).toEqual([
      ['a', 0, 0],
      ['\u{1D504}', 105, 6],
    ]);
  });
});

describe('Objects', () => {
  test('reads files with a table of objects too, and opens each once', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    document.addPage();
    document.setTitle('Größe');
    const bytes = await document.save({ useObjectStreams: false });
    const objects = Objects.of(bytes);
    expect(filePages(objects)).toHaveLength(2);
    expect(objects.text(objects.dictionary(objects.trailer.get('Info'))?.get('Title'))).toBe('Größe');
    expect(Objects.of(bytes)).toBe(objects);
  });

  test('refuses what is no PDF', () => {
    for (const text of ['', 'startxref\n99999\n%%EOF', 'xref\n0 1\nstartxref\n0\n%%EOF'])
      expect(() => Objects.of(Buffer.from(text))).toThrow(FileError);
  });

  test('has nothing where a reference leads nowhere', async () => {
    const document = await PDFDocument.create();
    document.catalog.set(PDFName.of('Lost'), PDFRef.of(4711));
    document.addPage();
    const objects = Objects.of(await document.save({ useObjectStreams: true }));
    const lost = objects.root.get('Lost');
    expect([objects.resolve(lost), objects.stream(lost), objects.array(lost)]).toEqual([null, undefined, []]);
    expect(filePages(objects)).toHaveLength(1);
  });
});
