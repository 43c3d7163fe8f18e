import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString, type PDFRef } from 'pdf-lib';
import type { PreflightRuleId } from '../../../src/book/messages/preflight-rules.ts';
import type { Expectations } from '../../../src/preflight/pdf/preflight.ts';
import { type Defect, type Draft, pressPdf, screenPdf } from './make-pdf.ts';

/** A file with one fault. */
export interface DefectiveFile {
  readonly rule: PreflightRuleId;
  readonly fault: string;
  readonly make: () => Promise<Uint8Array>;
  readonly expectations?: Expectations;
  /** Part of what is said of it. */
  readonly reason: string;
}

function press(
  rule: PreflightRuleId,
  fault: string,
  reason: string,
  defect: Defect,
  expectations: Expectations = {},
): DefectiveFile {
  return {
    rule,
    fault,
    reason,
    make: () => pressPdf(defect),
    expectations: { as: 'press', ...expectations },
  };
}

function screen(
  rule: PreflightRuleId,
  fault: string,
  reason: string,
  change: (draft: Draft) => void,
  rest: Omit<Defect, 'change'> = {},
): DefectiveFile {
  return { rule, fault, reason, make: () => screenPdf({ ...rest, change }), expectations: { as: 'screen' } };
}

const name = PDFName.of;

/** The structure element with this type. */
function element({ context }: Draft, type: string): PDFDict {
  for (const [, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.get(name('S')) === name(type) && object.has(name('P')))
      return object;
  throw new Error(`no ${type}`);
}

function annotation({ page }: Draft): PDFDict {
  return page.lookup(name('Annots'), PDFArray).lookup(0, PDFDict);
}

function information({ context }: Draft): PDFDict {
  return context.lookup(context.trailerInfo.Info, PDFDict);
}

function descriptor({ context, font }: Draft): PDFDict {
  const [descendant] = font.lookup(name('DescendantFonts'), PDFArray).asArray();
  return context.lookup(descendant, PDFDict).lookup(name('FontDescriptor'), PDFDict);
}

/** An image of one colour, as a resource. */
function image(
  { context, resources }: Draft,
  {
    width,
    height,
    space,
    pixel,
    alpha = false,
    cut = false,
  }: Readonly<{
    width: number;
    height: number;
    space: string;
    pixel: number[];
    alpha?: boolean;
    cut?: boolean;
  }>,
): void {
  const pixels = Buffer.alloc(width * height * pixel.length, Buffer.from(pixel));
  const dict = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 };
  const stream = context.stream(deflateSync(pixels), { ...dict, ColorSpace: space, Filter: 'FlateDecode' });
  if (alpha) {
    const mask = context.stream(deflateSync(Buffer.alloc(width * height, 128)), {
      ...dict,
      ColorSpace: 'DeviceGray',
      Filter: 'FlateDecode',
    });
    stream.dict.set(name('SMask'), context.register(mask));
  }
  if (cut) {
    const stencil = {
      Type: 'XObject',
      Subtype: 'Image',
      ImageMask: true,
      Width: 8,
      Height: 1,
      BitsPerComponent: 1,
    };
    stream.dict.set(name('Mask'), context.register(context.stream(Uint8Array.of(0xf0), stencil)));
  }
  resources.set(name('XObject'), context.obj({ Im: context.register(stream) }));
}

/** A file that says it is PDF/X-1a, with the version of PDF that it says it is. */
function asX1a(version = '1.6'): Defect {
  return {
    xmp:
      '<dc:title><rdf:Alt><rdf:li>A Book</rdf:li></rdf:Alt></dc:title><pdf:Trapped>False</pdf:Trapped>' +
      '<pdfx:GTS_PDFXVersion>PDF/X-1:2001</pdfx:GTS_PDFXVersion>',
    change: (draft) => {
      const info = information(draft);
      info.set(name('GTS_PDFXVersion'), PDFString.of('PDF/X-1:2001'));
      info.set(name('GTS_PDFXConformance'), PDFString.of('PDF/X-1a:2001'));
      draft.catalog.set(name('Version'), name(version));
    },
  };
}

const srgb = new URL('../../../templates/profiles/srgb.icc', import.meta.url);

/** A font whose glyph is a drawing in the content. */
function type3({ context, resources }: Draft): string {
  const glyph = context.register(context.stream('600 0 0 0 500 500 d1 0 0 500 500 re f'));
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type3',
    FontBBox: [0, 0, 500, 500],
    FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
    CharProcs: { square: glyph },
    Encoding: { Type: 'Encoding', Differences: [65, 'square'] },
    FirstChar: 65,
    LastChar: 65,
    Widths: [600],
  });
  resources.set(name('Font'), context.obj({ F3: context.register(font) }));
  return 'BT /F3 12 Tf 0 g 1 0 0 1 50 300 Tm (A) Tj ET';
}

/** A gradient in grey from left to right. */
const shading = {
  ShadingType: 2,
  ColorSpace: 'DeviceGray',
  Coords: [0, 0, 300, 0],
  Function: { FunctionType: 2, Domain: [0, 1], C0: [0.2], C1: [0.8], N: 1 },
};

const text = (draft: Draft, colour: string, place = '50 300'): string =>
  `BT /F1 12 Tf ${colour} 1 0 0 1 ${place} Tm ${draft.letter} Tj ET`;

/** A file for every fault that is told of. */
export const defectiveFiles: ReadonlyArray<DefectiveFile> = [
  press('pdf-box', 'no TrimBox', 'no TrimBox', { change: ({ page }) => page.delete(name('TrimBox')) }),
  press('pdf-box', 'a TrimBox beyond the sheet', 'The TrimBox reaches beyond the MediaBox', {
    change: ({ page, context }) => {
      page.set(name('TrimBox'), context.obj([9, 9, 330, 409]));
      page.delete(name('BleedBox'));
    },
  }),
  press('pdf-box', 'too little bleed', 'The bleed is 9 pt, it should be 14 pt', {}, { bleed: 14 }),
  press(
    'pdf-box',
    'bleed at the binding, which the printer does not take',
    'The page bleeds by 9 pt at its binding, on the left',
    {},
    { bleed: 9, fold: 'left' },
  ),
  press('pdf-box', 'a box that is none', 'The BleedBox is no rectangle', {
    change: ({ page, context }) => page.set(name('BleedBox'), context.obj([0, 0, 318])),
  }),
  press(
    'pdf-page-size',
    'pages of another size',
    '300 × 400 pt (105.8 × 141.1 mm), it should be 432 × 648 pt',
    {},
    { trim: { width: 432, height: 648 } },
  ),
  press('pdf-page-size', 'one page of another size', 'the first is 300 × 400 pt', {
    change: ({ document, context }) => {
      const other = document.addPage().node;
      other.set(name('MediaBox'), context.obj([0, 0, 318, 418]));
      other.set(name('TrimBox'), context.obj([9, 9, 300, 409]));
    },
  }),
  press(
    'pdf-page-size',
    'a size the printer has not',
    'does not cut books to 300 × 400 pt',
    {},
    { trims: [{ width: 432, height: 648 }] },
  ),
  press('pdf-page-count', 'too few pages', 'The file has 1 page, there should be 24', {}, { pages: 24 }),
  press('pdf-page-count', 'pages that cannot be folded', 'no multiple of 4', {}, { pageMultiple: 4 }),
  press(
    'pdf-page-count',
    'more pages than can be bound',
    '24 to 828 can be bound',
    {},
    { pageLimits: { least: 24, most: 828 } },
  ),
  press('pdf-font-embedded', 'a font that is not in the file', 'is not embedded', {
    change: (draft) => descriptor(draft).delete(name('FontFile2')),
  }),
  press('pdf-font-type3', 'a Type 3 font', 'is a Type 3 font', { content: type3 }),
  press(
    'pdf-glyph-missing',
    'a character no font has',
    'A character is missing in the font EBGaramond-Regular',
    {
      content: 'BT /F1 12 Tf 0 g 50 300 Td <0000> Tj ET',
    },
  ),
  press('pdf-text-cut', 'text that is cut through', 'Text runs over the edge of the page', {
    content: (draft) => text(draft, '0 g', '305 300'),
  }),
  press('pdf-colour-space', 'RGB without a profile', 'Surfaces are in DeviceRGB', {
    content: '1 0 0 rg 50 50 20 20 re f',
  }),
  press('pdf-colour-space', 'an RGB image', 'Images are in DeviceRGB', {
    content: 'q 30 0 0 30 50 50 cm /Im Do Q',
    change: (draft) => image(draft, { width: 200, height: 200, space: 'DeviceRGB', pixel: [200, 10, 10] }),
  }),
  press('pdf-rich-black', 'black text of four inks', 'Black text is printed in more inks than black', {
    content: (draft) => text(draft, '0.6 0.5 0.5 0.9 k'),
  }),
  press('pdf-rich-black', 'registration colour in the page', 'in the colour of registration marks', {
    content: '/All cs 1 scn 50 50 20 20 re f',
    change: ({ context, resources }) =>
      resources.set(name('ColorSpace'), context.obj({ All: ['Separation', 'All', 'DeviceCMYK', {}] })),
  }),
  press(
    'pdf-colour-in-black',
    'a coloured surface in a black book',
    'Surfaces are coloured',
    { content: '1 0 0 0 k 50 50 20 20 re f' },
    { black: true },
  ),
  press('pdf-ink-limit', 'a surface of too much ink', 'Surfaces have 350 % ink, the limit is 300 %', {
    content: '0.9 0.8 0.8 1 k 50 50 20 20 re f',
  }),
  press(
    'pdf-ink-limit',
    'an image of too much ink',
    'An image has up to 361 % ink, the limit is 240 %',
    {
      content: 'q 30 0 0 30 50 50 cm /Im Do Q',
      change: (draft) =>
        image(draft, { width: 200, height: 200, space: 'DeviceCMYK', pixel: [230, 230, 230, 230] }),
    },
    { ink: 240 },
  ),
  press(
    'pdf-image-resolution',
    'an image of 72 dpi on the whole page',
    '318 × 418 pixels is printed with 72 pixels an inch',
    {
      content: 'q 318 0 0 418 0 0 cm /Im Do Q',
      change: (draft) => image(draft, { width: 318, height: 418, space: 'DeviceGray', pixel: [90] }),
    },
  ),
  press('pdf-hairline', 'a line too thin', 'A line is 0.1 pt thin', {
    content: '0 G 0.1 w 50 50 m 100 50 l S',
  }),
  press('pdf-hairline', 'a surface that is a line', 'A line is 0.2 pt thin', {
    content: '0 g 50 50 100 0.2 re f',
  }),
  press('pdf-hairline', 'a line left free by several plates', 'A line is 0.36 pt thin and left free', {
    content: '1 0.7 0.5 0.2 k 40 40 200 200 re f 0 0 0.2 0 K 0.36 w 50 50 m 100 50 l S',
  }),
  press('pdf-screened-type', 'small letters in grey', 'Letters of less than 12 pt are grey', {
    content: ({ letter }) => `BT /F1 8 Tf 0.6 g 1 0 0 1 50 300 Tm ${letter} Tj ET`,
  }),
  press(
    'pdf-spine-type',
    'words on the spine that nobody can read',
    'Words on the spine are set in 4 pt',
    { content: ({ letter }) => `BT /F1 4 Tf 0 g 0 -1 1 0 157 300 Tm ${letter} Tj ET` },
    { sides: [{ width: 140, height: 400 }] },
  ),
  press(
    'pdf-page-size',
    'a cover that is none',
    'which is not two sides and a spine',
    {},
    { cover: { as: 'press', sides: [{ width: 160, height: 400 }] } },
  ),
  press('pdf-bleed', 'a gradient up to the edge', 'A gradient ends at the edge of the page without bleed', {
    content: 'q 9 50 40 40 re W n /Sh sh Q',
    change: ({ context, resources }) => resources.set(name('Shading'), context.obj({ Sh: shading })),
  }),
  press('pdf-bleed', 'a pattern up to the edge', 'A pattern ends at the edge of the page without bleed', {
    content: '/Pattern cs /Pn scn 9 50 40 40 re f',
    change: ({ context, resources }) =>
      resources.set(
        name('Pattern'),
        context.obj({ Pn: { Type: 'Pattern', PatternType: 2, Shading: shading } }),
      ),
  }),
  press('pdf-bleed', 'a surface up to the edge', 'A surface ends at the edge of the page without bleed', {
    content: '0.5 g 9 50 40 40 re f',
  }),
  ...(
    [
      ['a colour that is not opaque', 'Surfaces are not opaque', { ca: 0.5 }],
      ['a line that is not opaque', 'Lines are not opaque', { CA: 0.5 }],
      ['a blend mode', '(blend mode Multiply)', { BM: ['Multiply', 'Normal'] }],
      ['a soft mask', 'through a soft mask', { SMask: { S: 'Luminosity' } }],
    ] as const
  ).map(([fault, reason, parameters]) =>
    press(
      'pdf-transparency',
      fault,
      reason,
      {
        content: ({ context, resources }) => {
          resources.set(name('ExtGState'), context.obj({ Gs: context.obj(parameters as object as never) }));
          return reason.startsWith('Lines')
            ? '/Gs gs 0 G 1 w 50 50 m 100 50 l S'
            : '/Gs gs 0.5 g 50 50 40 40 re f';
        },
      },
      { opaque: true },
    ),
  ),
  press(
    'pdf-transparency',
    'an image with an alpha channel',
    'An image has an alpha channel',
    {
      content: 'q 30 0 0 30 50 50 cm /Im Do Q',
      change: (draft) =>
        image(draft, { width: 200, height: 200, space: 'DeviceGray', pixel: [128], alpha: true }),
    },
    { opaque: true },
  ),
  press('pdf-annotation', 'a link in print', 'An annotation (Link) lies on the page', {
    change: ({ page, context }) =>
      page.set(name('Annots'), context.obj([{ Type: 'Annot', Subtype: 'Link', Rect: [50, 50, 90, 60] }])),
  }),
  press('pdf-active', 'a script', 'The file has scripts', {
    change: ({ catalog, context }) =>
      catalog.set(
        name('OpenAction'),
        context.register(context.obj({ S: 'JavaScript', JS: PDFString.of('1') })),
      ),
  }),
  press('pdf-output-intent', 'no output intent', 'does not say for which press it is made', {
    change: ({ catalog }) => catalog.delete(name('OutputIntents')),
  }),
  press('pdf-output-intent', 'a profile that is none', 'is no ICC profile', {
    change: ({ catalog, context }) => {
      const intent = catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict);
      intent.set(name('DestOutputProfile'), context.register(context.stream('no profile', { N: 4 })));
    },
  }),
  press(
    'pdf-x',
    'another standard than the printer asks for',
    'The file is PDF/X-4, the printer asks for PDF/X-1a:2001 or PDF/X-3:2002',
    {},
    { standards: ['PDF/X-1a:2001', 'PDF/X-3:2002'] },
  ),
  press('pdf-x', 'PDF/X-1a in a newer PDF', 'The file is PDF 1.6, PDF/X-1a:2001 is PDF 1.3', asX1a()),
  press(
    'pdf-transparency',
    'what PDF/X-1a has not',
    'Surfaces are not opaque, which PDF/X-1a:2001 does not know',
    {
      ...asX1a('1.3'),
      content: ({ context, resources }) => {
        resources.set(name('ExtGState'), context.obj({ Gs: { ca: 0.5 } }));
        return '/Gs gs 0.5 g 50 50 40 40 re f';
      },
    },
  ),
  press(
    'pdf-colour-space',
    'a profile in PDF/X-1a',
    'Surfaces are in ICCBased, PDF/X-1a:2001 has inks alone',
    {
      ...asX1a('1.3'),
      content: '/Own cs 1 0 0 scn 50 50 20 20 re f',
      change: (draft) => {
        asX1a('1.3').change?.(draft);
        const profile = draft.context.stream(readFileSync(srgb), { N: 3 });
        const space = ['ICCBased', draft.context.register(profile)];
        draft.resources.set(name('ColorSpace'), draft.context.obj({ Own: space }));
      },
    },
  ),
  press(
    'pdf-transparency',
    'an image that is cut out, on a colour',
    'An image that is cut out stands on a colour',
    {
      content: '0.9 g 40 40 100 100 re f q 30 0 0 30 50 50 cm /Im Do Q',
      change: (draft) =>
        image(draft, { width: 200, height: 200, space: 'DeviceGray', pixel: [128], cut: true }),
    },
    { opaque: true },
  ),
  press('pdf-x', 'no identifier', 'The file has no identifier', {
    change: ({ context }) => {
      context.trailerInfo.ID = undefined as unknown as PDFRef;
    },
  }),
  press('pdf-x', 'trapping unsaid', 'does not say whether it is trapped', {
    change: (draft) => information(draft).delete(name('Trapped')),
  }),
  press('pdf-metadata', 'two titles', 'The Title is "Another" in the information, "A Book" in the XMP', {
    change: (draft) => information(draft).set(name('Title'), PDFHexString.fromText('Another')),
  }),
  press('pdf-metadata', 'XMP that is no XML', 'The XMP is not well-formed', {
    xmp: '<dc:title>',
  }),
  press('pdf-unreadable', 'content that cannot be unpacked', 'The content of the page cannot be unpacked', {
    change: ({ page, context }) =>
      page.set(
        name('Contents'),
        context.register(context.stream('no deflated data', { Filter: 'FlateDecode' })),
      ),
  }),
  {
    rule: 'pdf-encrypted',
    fault: 'a password',
    reason: 'The file is encrypted',
    make: () =>
      pressPdf({
        change: ({ context }) => {
          context.trailerInfo.Encrypt = context.register(context.obj({ Filter: 'Standard', V: 1, R: 2 }));
        },
      }),
  },
  screen('pdf-untagged', 'no structure', 'The file has no structure', ({ catalog }) =>
    catalog.delete(name('StructTreeRoot')),
  ),
  screen('pdf-untagged', 'tags that are not declared', 'does not say that it is tagged', ({ catalog }) =>
    catalog.delete(name('MarkInfo')),
  ),
  screen('pdf-ua', 'no declaration', 'not declared as PDF/UA', () => undefined, {
    xmp: '<dc:title><rdf:Alt><rdf:li>A Book</rdf:li></rdf:Alt></dc:title>',
  }),
  screen('pdf-title', 'no title', 'The XMP has no title', () => undefined, {
    xmp: '<pdfuaid:part>1</pdfuaid:part>',
  }),
  screen('pdf-title', 'a title that is not shown', 'not told to show the title', ({ catalog }) =>
    catalog.delete(name('ViewerPreferences')),
  ),
  screen('pdf-language', 'no language', 'does not say its language', ({ catalog }) =>
    catalog.delete(name('Lang')),
  ),
  screen('pdf-language', 'a language that is none', '"the English", is no language tag', (draft) =>
    element(draft, 'P').set(name('Lang'), PDFString.of('the English')),
  ),
  screen('pdf-tag-role', 'a tag of its own', 'The tag Verse stands for no standard one', (draft) =>
    element(draft, 'P').set(name('S'), name('Verse')),
  ),
  screen('pdf-tag-nesting', 'an item without a list', 'LBody stands in Document, not in LI', (draft) =>
    element(draft, 'P').set(name('S'), name('LBody')),
  ),
  screen('pdf-tag-nesting', 'a paragraph in a list', 'P stands directly in L', (draft) =>
    element(draft, 'Document').set(name('S'), name('L')),
  ),
  screen('pdf-tag-nesting', 'a circle', 'more than once', (draft) => {
    const paragraph = element(draft, 'P');
    element(draft, 'Link').set(
      name('K'),
      draft.context.obj([PDFNumber.of(2), draft.context.getObjectRef(paragraph) ?? paragraph]),
    );
    annotation(draft).set(name('F'), PDFNumber.of(2));
  }),
  screen('pdf-alt', 'an untitled figure', 'A Figure has no alternative text', (draft) =>
    element(draft, 'Figure').delete(name('Alt')),
  ),
  screen('pdf-link', 'a link without words', 'no Contents to be read aloud', (draft) =>
    annotation(draft).delete(name('Contents')),
  ),
  screen('pdf-link', 'a link that is not tagged', 'A link is not tagged', (draft) =>
    element(draft, 'Link').set(name('K'), PDFNumber.of(2)),
  ),
  screen('pdf-heading-order', 'a level left out', 'The first heading is H3', (draft) =>
    element(draft, 'H1').set(name('S'), name('H3')),
  ),
  screen('pdf-table-header', 'a header for no cells', 'does not say to which cells it belongs', (draft) => {
    const { context } = draft;
    const table = context.obj({ S: 'Table', P: null, K: [] });
    const row = context.obj({ S: 'TR', P: context.register(table), K: [{ S: 'TH' }] });
    table.set(name('K'), row);
    element(draft, 'Document').lookup(name('K'), PDFArray).push(table);
  }),
  screen('pdf-note-id', 'a note without an ID', 'A Note has no ID', (draft) =>
    element(draft, 'P').set(name('S'), name('Note')),
  ),
  screen(
    'pdf-content-untagged',
    'a figure outside the structure',
    'Lines or surfaces are neither tagged nor marked as artifacts',
    () => undefined,
    { content: '50 50 20 20 re f' },
  ),
  screen('pdf-content-untagged', 'an element taken out', 'belongs to no element', (draft) =>
    element(draft, 'H1').delete(name('K')),
  ),
  screen(
    'pdf-parent-tree',
    'a tree that leads astray',
    'does not lead to the element of some content',
    ({ page }) => page.delete(name('StructParents')),
  ),
  screen('pdf-tab-order', 'an order of links unsaid', 'in which order they are visited', ({ page }) =>
    page.delete(name('Tabs')),
  ),
  screen('pdf-font-unicode', 'text that cannot be read aloud', 'has no ToUnicode map', ({ font }) =>
    font.delete(name('ToUnicode')),
  ),
];
