import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject, type PDFRef } from 'pdf-lib';
import { beforeEach, describe, expect, it } from 'vitest';
import { claimForms } from '../../../../src/emit/pdf/structure/tagged-forms.ts';

let document: PDFDocument;
const key = (name: string): PDFName => PDFName.of(name);

/** A form with this content, which places others. */
function form(stream: string, inner: Readonly<Record<string, PDFRef>> = {}): PDFRef {
  const { context } = document;
  return context.register(
    context.stream(stream, { Type: 'XObject', Subtype: 'Form', Resources: { XObject: { ...inner } } }),
  );
}

const tag = (number: number): string => `/P <</MCID ${number} >>BDC\nBT\nET\nEMC\n`;

/** A page that places these forms, with paragraphs as the parents of so much marked content. */
function page(count: number, placed: Readonly<Record<string, PDFRef>>): PDFRef[] {
  const { context, catalog } = document;
  const { node, ref } = document.addPage();
  node.set(key('Resources'), context.obj({ XObject: { ...placed } }));
  node.set(key('StructParents'), PDFNumber.of(0));
  const elements = Array.from({ length: count }, (_, number) =>
    context.register(context.obj({ Type: 'StructElem', S: 'P', Pg: ref, K: [number] })),
  );
  const root = context.obj({
    K: elements,
    ParentTree: { Nums: [0, context.register(context.obj(elements)), 1, elements[0]!] },
  });
  catalog.set(key('StructTreeRoot'), context.register(root));
  return elements;
}

/** What an element holds: a number of marked content, or the form it stands in behind it. */
function content(element: PDFRef): ReadonlyArray<readonly [number, PDFObject | undefined]> {
  const { context } = document;
  const kids = context.lookup(element, PDFDict).lookup(key('K'), PDFArray).asArray();
  return kids.map((kid) =>
    kid instanceof PDFDict
      ? [kid.lookup(key('MCID'), PDFNumber).asNumber(), kid.get(key('Stm'))]
      : [Number(kid.toString()), undefined],
  );
}

/** The parents that the parent tree has under the number of a form. */
function parentsOf(ref: PDFRef): unknown[] {
  const { context, catalog } = document;
  const dict = (context.lookup(ref) as unknown as { readonly dict: PDFDict }).dict;
  const number = dict.lookupMaybe(key('StructParents'), PDFNumber)?.asNumber();
  const root = catalog.lookup(key('StructTreeRoot'), PDFDict);
  const entries = root.lookup(key('ParentTree'), PDFDict).lookup(key('Nums'), PDFArray);
  const at = entries
    .asArray()
    .findIndex((entry, index) => index % 2 === 0 && Number(entry.toString()) === number);
  return at < 0 ? [] : entries.lookup(at + 1, PDFArray).asArray();
}

beforeEach(async () => {
  document = await PDFDocument.create();
});

describe('claimForms', () => {
  it('leaves a print without tagged forms as it is', () => {
    const plain = form('0 0 1 1 re\nf\n');
    const elements = page(2, { X1: plain });
    expect(claimForms(document)).toEqual(new Set());
    expect(elements.map(content)).toEqual([[[0, undefined]], [[1, undefined]]]);
    expect(parentsOf(plain)).toEqual([]);
  });

  it('says of marked content in which form it stands, and of forms who owns what is in them', () => {
    const tagged = form(tag(1) + tag(2));
    const elements = page(4, { X1: tagged, X2: form('') });
    expect(claimForms(document)).toEqual(new Set([tagged]));
    expect(elements.map(content)).toEqual([[[0, undefined]], [[1, tagged]], [[2, tagged]], [[3, undefined]]]);
    expect(parentsOf(tagged).map(String)).toEqual(['null', String(elements[1]), String(elements[2])]);
    const root = document.catalog.lookup(key('StructTreeRoot'), PDFDict);
    expect(root.lookup(key('ParentTreeNextKey'), PDFNumber).asNumber()).toBe(3);
  });

  it('finds forms in forms, and names those around them too', () => {
    const inner = form(tag(2));
    const around = form('/X3 Do\n', { X3: inner });
    const elements = page(3, { X1: around });
    expect(claimForms(document)).toEqual(new Set([inner, around]));
    expect(content(elements[2]!)).toEqual([[2, inner]]);
    expect(parentsOf(around)).toEqual([]);
  });
});
