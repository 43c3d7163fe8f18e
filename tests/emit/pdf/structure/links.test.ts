import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { expect, test } from 'vitest';
import { elementsOf } from '../../../../src/emit/pdf/structure/elements.ts';
import { nameLinks } from '../../../../src/emit/pdf/structure/links.ts';

/** What each line of a link to `#one` says that has as many. */
async function namesOf(name: string, lines: number): Promise<string[]> {
  const { context } = await PDFDocument.create();
  const annotations = Array.from({ length: lines }, () => context.obj({ Dest: PDFString.of('one') }));
  const kids = annotations.map((annotation) => ({ Type: 'OBJR', Obj: context.register(annotation) }));
  const link = context.register(context.obj({ S: 'NonStruct', K: kids }));
  const root = context.obj({ S: 'Document', K: [link] });
  nameLinks(elementsOf(context, root), new Map([['one', [name]]]));
  expect(context.lookup(link, PDFDict).lookup(PDFName.of('S'), PDFName).decodeText()).toBe('Link');
  return annotations.map((each) => each.lookup(PDFName.of('Contents'), PDFHexString).decodeText());
}

test('each line of a link says where it leads', async () => {
  expect(await namesOf('Chapter 1: Loomings', 2)).toEqual(['Chapter 1: Loomings', 'Chapter 1: Loomings']);
});

test('a name that goes over pages is not said as often as it has lines', async () => {
  const [first] = await namesOf('𝒲'.repeat(9000), 200);
  expect(first).toBe(`${'𝒲'.repeat(500)}…`);
});

test('the longest names that headings have are said whole', async () => {
  const name = `${'word '.repeat(90)}𝒲`;
  expect(await namesOf(name, 1)).toEqual([name]);
});
