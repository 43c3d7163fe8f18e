import { readFile } from 'node:fs/promises';
import * as fontkit from 'fontkit';
import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFContext,
  type PDFRef,
} from 'pdf-lib';
import subsetFont from 'subset-font';

/** A PDF under construction. */
export interface Draft {
  readonly document: PDFDocument;
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly page: PDFDict;
  readonly resources: PDFDict;
  /** An embedded TrueType font with a ToUnicode map: `/F1`. */
  readonly font: PDFDict;
  /** The letter A as a string in that font. */
  readonly letter: string;
}

/** How a PDF differs from a good one. */
export interface Defect {
  /** In place of the usual content of the page. */
  readonly content?: string | ((draft: Draft) => string);
  /** The properties of the XMP packet, in place of the usual ones. */
  readonly xmp?: string;
  /** Done before the file is saved. */
  readonly change?: (draft: Draft) => void;
}

const faces = new URL('../../../node_modules/@expo-google-fonts/eb-garamond/', import.meta.url);
const profiles = new URL('../../../templates/profiles/', import.meta.url);

/** A page of 300 × 400 pt with 9 pt of bleed. */
export const trim = { width: 300, height: 400 };
export const bleed = 9;

/** A book for the press that is right in every respect, apart from the defect. */
export async function pressPdf(defect: Defect = {}): Promise<Uint8Array> {
  const draft = await begin([0, 0, 318, 418]);
  const { context, catalog, page, letter, document } = draft;
  page.set(PDFName.of('TrimBox'), context.obj([9, 9, 309, 409]));
  page.set(PDFName.of('BleedBox'), context.obj([0, 0, 318, 418]));
  const profile = context.flateStream(await readFile(new URL('uncoated.icc', profiles)), { N: 4 });
  const intent = {
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: PDFString.of('FOGRA29'),
    DestOutputProfile: context.register(profile),
  };
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.obj(intent)]));
  const information = context.obj({
    Title: PDFHexString.fromText('A Book'),
    Trapped: 'False',
    GTS_PDFXVersion: PDFString.of('PDF/X-4'),
  });
  context.trailerInfo.Info = context.register(information);
  const usual = `BT /F1 12 Tf 0 g 1 0 0 1 50 300 Tm ${letter} Tj ET`;
  const xmp =
    '<dc:title><rdf:Alt><rdf:li>A Book</rdf:li></rdf:Alt></dc:title>' +
    '<pdf:Trapped>False</pdf:Trapped><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>';
  finish(draft, defect, usual, xmp);
  const bytes = await document.save({ addDefaultPage: false });
  bytes.set(Buffer.from('%PDF-1.6'), 0);
  return bytes;
}

/** A tagged book for screens that is right in every respect, apart from the defect. */
export async function screenPdf(defect: Defect = {}): Promise<Uint8Array> {
  const draft = await begin([0, 0, 300, 400]);
  const { context, catalog, page, letter, document } = draft;
  const pageRef = context.getObjectRef(page) as PDFRef;
  const refs = {
    tree: context.nextRef(),
    document: context.nextRef(),
    heading: context.nextRef(),
    paragraph: context.nextRef(),
    figure: context.nextRef(),
    link: context.nextRef(),
  };
  const annotation = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [50, 200, 100, 212],
      Contents: PDFHexString.fromText('To the beginning'),
      StructParent: 1,
      A: { S: 'URI', URI: PDFString.of('https://example.org/') },
    }),
  );
  const element = (
    ref: PDFRef,
    type: string,
    parent: PDFRef,
    kids: Kid | Kid[],
    more: Readonly<Record<string, PDFHexString>> = {},
  ): void => context.assign(ref, context.obj({ S: type, P: parent, Pg: pageRef, K: kids, ...more }));
  element(refs.document, 'Document', refs.tree, [refs.heading, refs.paragraph, refs.figure]);
  element(refs.heading, 'H1', refs.document, 0);
  element(refs.paragraph, 'P', refs.document, [1, refs.link]);
  element(refs.link, 'Link', refs.paragraph, [2, { Type: 'OBJR', Obj: annotation }]);
  element(refs.figure, 'Figure', refs.document, 3, { Alt: PDFHexString.fromText('A black square') });
  const parents = [0, [refs.heading, refs.paragraph, refs.link, refs.figure], 1, refs.link];
  context.assign(
    refs.tree,
    context.obj({ Type: 'StructTreeRoot', K: refs.document, ParentTree: { Nums: parents } }),
  );
  page.set(PDFName.of('StructParents'), context.obj(0));
  page.set(PDFName.of('Tabs'), PDFName.of('S'));
  page.set(PDFName.of('Annots'), context.obj([annotation]));
  catalog.set(PDFName.of('StructTreeRoot'), refs.tree);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  catalog.set(PDFName.of('Lang'), PDFString.of('en'));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  const word = (tag: string, id: number, y: number): string =>
    `/${tag} <</MCID ${id}>> BDC BT /F1 12 Tf 1 0 0 1 50 ${y} Tm ${letter} Tj ET EMC\n`;
  const usual = `${word('H1', 0, 300)}${word('P', 1, 250)}${word('Link', 2, 200)}
    /Figure <</MCID 3>> BDC 50 50 20 20 re f EMC /Artifact BMC 50 40 200 1 re f EMC`;
  const xmp = '<dc:title><rdf:Alt><rdf:li>A Book</rdf:li></rdf:Alt></dc:title><pdfuaid:part>1</pdfuaid:part>';
  finish(draft, defect, usual, xmp);
  return document.save({ addDefaultPage: false });
}

type Kid = number | PDFRef | { Type: string; Obj: PDFRef };

/** A page with a font of a single letter, A: made once, since making it takes longest. */
const base = (async () => {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0]);
  const face = await readFile(new URL('400Regular/EBGaramond_400Regular.ttf', faces));
  const font = await document.embedFont(await subsetFont(face, 'A', { targetFormat: 'truetype' }));
  const code = font.encodeText('A').asString();
  const { context } = document;
  document.addPage().node.set(PDFName.of('Resources'), context.obj({ Font: { F1: font.ref } }));
  return { bytes: await document.save({ useObjectStreams: false }), code };
})();

async function begin(mediaBox: number[]): Promise<Draft> {
  const { bytes, code } = await base;
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = document;
  const page = document.getPage(0).node;
  page.set(PDFName.of('MediaBox'), context.obj(mediaBox));
  const resources = page.lookup(PDFName.of('Resources'), PDFDict);
  const font = resources.lookup(PDFName.of('Font'), PDFDict).lookup(PDFName.of('F1'), PDFDict);
  context.trailerInfo.ID = context.obj([PDFHexString.of('00'), PDFHexString.of('00')]);
  return { document, context, catalog, page, resources, font, letter: `<${code}>` };
}

function finish(draft: Draft, { content, xmp, change }: Defect, usual: string, usualXmp: string): void {
  const { context, catalog, page } = draft;
  const operators = typeof content === 'function' ? content(draft) : (content ?? usual);
  page.set(PDFName.of('Contents'), context.register(context.flateStream(operators)));
  const packet = context.stream(Buffer.from(packetOf(xmp ?? usualXmp)), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(packet));
  change?.(draft);
}

function packetOf(properties: string): string {
  const spaces = {
    dc: 'http://purl.org/dc/elements/1.1/',
    pdf: 'http://ns.adobe.com/pdf/1.3/',
    pdfx: 'http://ns.adobe.com/pdfx/1.3/',
    pdfxid: 'http://www.npes.org/pdfx/ns/id/',
    pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  };
  const declared = Object.entries(spaces).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  return (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    `<rdf:Description rdf:about="" ${declared.join(' ')}>${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`
  );
}
