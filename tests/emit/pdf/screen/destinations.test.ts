import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { linkInside } from '../../../../src/emit/pdf/screen/destinations.ts';
import { addressOf } from '../../../../src/emit/pdf/document/internal-links.ts';
import { readPdf } from '../../../support/read-pdf.ts';

interface Linked {
  readonly document: PDFDocument;
  readonly links: ReadonlyArray<PDFDict>;
}

/** A page with a link to each address, and a destination for each id, `index` points from the bottom. */
async function linked(ids: ReadonlyArray<string>, addresses: ReadonlyArray<string>): Promise<Linked> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([200, 5000]);
  const { context } = document;
  const links = addresses.map((address, index) =>
    context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, 0, 10, 10],
      Border: [0, 0, 0],
      StructParent: 100_000 + index,
      A: { Type: 'Action', S: 'URI', URI: PDFString.of(address) },
    }),
  );
  for (const link of links) page.node.addAnnot(context.register(link));
  document.catalog.set(PDFName.of('Dests'), context.obj({ stale: [page.ref, 'XYZ', null, 1, null] }));
  const targets = ids.map((id, index) => [id, context.obj([page.ref, 'XYZ', null, index, null])] as const);
  linkInside(document, new Map(targets));
  return { document, links };
}

describe('linkInside', () => {
  test('leads addresses of ids to named destinations; borders and tags stay', async () => {
    const { document, links } = await linked(['one', 'größe'], ['one', 'größe'].map(addressOf));
    expect(links.map((link) => link.lookup(PDFName.of('Dest'), PDFString).asString())).toEqual([
      'one',
      'gr%C3%B6%C3%9Fe',
    ]);
    expect(
      links.map((link) => [link.has(PDFName.of('A')), String(link.get(PDFName.of('StructParent')))]),
    ).toEqual([
      [false, '100000'],
      [false, '100001'],
    ]);
    expect(links.map((link) => String(link.get(PDFName.of('Border'))))).toEqual(['[ 0 0 0 ]', '[ 0 0 0 ]']);
    const [page] = (await readPdf(await document.save())).pages;
    expect(page?.links).toEqual([
      { page: 0, y: 5000, name: 'one' },
      { page: 0, y: 4999, name: 'gr%C3%B6%C3%9Fe' },
    ]);
  });

  test('leaves other addresses alone, and unknown ids lead nowhere', async () => {
    const { document } = await linked(
      ['one'],
      ['https://example.org/', 'mailto:a@example.org', addressOf('two')],
    );
    const [page] = (await readPdf(await document.save())).pages;
    expect(page?.links).toEqual([{ url: 'https://example.org/' }, { url: 'mailto:a@example.org' }, {}]);
  });

  test.each([0, 1, 64, 65, 4097])(
    'has a name tree of %i names that readers find everything in',
    async (count) => {
      const ids = Array.from({ length: count }, (_, index) => `n${(index * 7919) % 10_007}`);
      const { document } = await linked(ids, []);
      expect(document.catalog.has(PDFName.of('Dests'))).toBe(false);
      const tree = document.catalog.lookup(PDFName.of('Names'), PDFDict).lookup(PDFName.of('Dests'), PDFDict);
      expect(namesBelow(tree)).toEqual(ids.toSorted());
      const { destinations } = await readPdf(await document.save());
      expect(ids.filter((id, index) => destinations.get(id)?.y !== 5000 - index)).toEqual([]);
      expect(destinations.size).toBe(count);
    },
  );
});

/** The names of a node in order, its size and limits checked. */
function namesBelow(node: PDFDict): string[] {
  const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray);
  const names = node.lookupMaybe(PDFName.of('Names'), PDFArray);
  const found =
    kids === undefined
      ? (names?.asArray() ?? [])
          .filter((_, index) => index % 2 === 0)
          .map((name) => (name as PDFString).asString())
      : kids.asArray().flatMap((kid) => namesBelow(node.context.lookup(kid, PDFDict)));
  expect(kids?.size() ?? (names?.size() ?? 0) / 2).toBeLessThanOrEqual(64);
  const limits = node.lookupMaybe(PDFName.of('Limits'), PDFArray)?.asArray();
  const ends = limits?.map((limit) => (limit as PDFString).asString()) ?? [found[0], found.at(-1)];
  expect(ends).toEqual([found[0], found.at(-1)]);
  return found;
}
