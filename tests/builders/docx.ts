import JSZip from 'jszip';

const word =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A picture of the document: its bytes and what it shows. */
interface Picture {
  readonly bytes: Uint8Array;
  readonly alt: string;
}

/** A paragraph of a document; `style` is the name of its style. */
export function paragraph(runs: string, style?: string): string {
  const properties =
    style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style.replaceAll(' ', '')}"/></w:pPr>`;
  return `<w:p>${properties}${runs}</w:p>`;
}

/** Text of one kind; `properties` are those of the run, such as `<w:i/>`. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** The mark of a note, by its rank among the notes. */
export function mark(rank: number): string {
  return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${rank + 1}"/></w:r>`;
}

/** A picture, by its rank among the pictures. */
export function drawing(rank: number, alt: string): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="${rank}" name="p" descr="${alt}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId${rank + 10}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/**
 * A Word document (ECMA-376) with what its readers look at.
 *
 * @param body paragraphs and tables
 * @param notes what each note holds, in the order of their ranks, which begin with 1
 */
export async function docx(
  body: string,
  {
    notes = [],
    pictures = [],
    styles = [],
  }: { notes?: string[]; pictures?: Picture[]; styles?: string[] } = {},
): Promise<Uint8Array> {
  const zip = new JSZip();
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  const images = pictures.map(
    (_picture, index) =>
      `<Relationship Id="rId${index + 11}" Type="${relationships}/image" Target="media/${index + 1}.png"/>`,
  );
  zip.file(
    'word/_rels/document.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relationships}/footnotes" Target="footnotes.xml"/>${images.join('')}</Relationships>`,
  );
  for (const [index, { bytes }] of pictures.entries()) zip.file(`word/media/${index + 1}.png`, bytes);
  zip.file(
    'word/styles.xml',
    `<w:styles ${word}>${styles.map((name) => `<w:style w:type="paragraph" w:styleId="${name.replaceAll(' ', '')}"><w:name w:val="${name}"/></w:style>`).join('')}</w:styles>`,
  );
  zip.file(
    'word/footnotes.xml',
    `<w:footnotes ${word}>${notes.map((note, index) => `<w:footnote w:id="${index + 2}">${note}</w:footnote>`).join('')}</w:footnotes>`,
  );
  zip.file('word/document.xml', `<w:document ${word}><w:body>${body}</w:body></w:document>`);
  return zip.generateAsync({ type: 'uint8array' });
}
