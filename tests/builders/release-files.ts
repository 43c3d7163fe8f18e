import JSZip from 'jszip';
import { PDFDocument, PDFHexString, PDFName, StandardFonts } from 'pdf-lib';
import { licenceOf } from '../../src/book/licence.ts';
import type { Metadata } from '../../src/book/metadata.ts';
import { makeMetadata } from './metadata.ts';

const isbns = { epub: '9780306406157', print: '9783161484100', pdf: '9781566199094' };

/** Metadata in which every fact that files share is given. */
export const metadata: Metadata = makeMetadata({
  title: 'The Whale & the Sea',
  publisher: { name: 'Harper & Brothers' },
  identifiers: { ...isbns, others: [] },
  copyright: {
    years: ['2020–2024'],
    holders: ['Herman Melville'],
    parts: [{ of: 'translation', years: ['2023'], holders: ['A. Translator'] }],
    license: licenceOf({
      id: 'CC-BY-4.0',
      name: 'CC BY 4.0',
      url: 'https://creativecommons.org/licenses/by/4.0/',
    }),
    mining: { reserved: true, policy: 'https://example.org/tdm' },
    funding: [],
    credits: [],
    epubPlace: 'front',
  },
});

export const pages = 3;

/** The text of every file of a release about that book, every fact as it should be. */
export const texts = {
  opf: `<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:isbn:${isbns.epub}</dc:identifier><dc:identifier>doi:10.1000/1</dc:identifier>
<dc:title>The Whale &amp; the Sea</dc:title><dc:title>A Subtitle</dc:title>
<dc:language>en</dc:language><dc:publisher>Harper &amp; Brothers</dc:publisher>
<dc:rights>© 2020–2024 Herman Melville. Translation: © 2023 A. Translator.</dc:rights>
<meta property="dcterms:rightsHolder">Herman Melville</meta>
<meta property="dcterms:rightsHolder">A. Translator</meta>
<meta property="dcterms:license">https://creativecommons.org/licenses/by/4.0/</meta>
<meta property="tdm:reservation">1</meta>
<meta property="tdm:policy">https://example.org/tdm</meta>
</metadata>
<manifest><item id="a" href="a.xhtml"/><item id="c" href="text/c.xhtml"/></manifest>
<spine><itemref idref="a"/><itemref idref="c"/></spine>
</package>`,
  page: `<p>© 2020–2024 Herman Melville</p><p>Translation © 2023 A. Translator</p>
<p>Licensed under <a href="https://creativecommons.org/licenses/by/4.0/">CC BY</a>.</p>
<p>Policy: <a href="https://example.org/tdm">there</a></p><p>Published by Harper &amp; Brothers</p>
<p>ISBN (print): 978-3-16-148410-0</p><p>ISBN (EPUB): 978-0-306-40615-7 (this edition)</p>`,
  pdfPage: [
    '© 2020–2024 Herman Mel-',
    'ville. Translation © 2023 A. Translator',
    'Published by Harper & Brothers',
    'ISBN (print): 978-3-16-148410-0',
    'ISBN (PDF): 978-1-56619-909-4 (this edition)',
  ].join('\n'),
  pdfTitle: 'The Whale & the Sea',
  pdfLanguage: 'en',
  xmp: `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:tdm="http://www.w3.org/ns/tdmrep/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">The Whale &amp; the Sea</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
<dc:publisher><rdf:Bag><rdf:li>Harper &amp; Brothers</rdf:li></rdf:Bag></dc:publisher>
<dc:identifier>urn:isbn:${isbns.pdf}</dc:identifier>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2020–2024 Herman Melville. Translation: © 2023 A. Translator.</rdf:li></rdf:Alt></dc:rights>
<xmpRights:Owner><rdf:Bag><rdf:li>Herman Melville</rdf:li><rdf:li>A. Translator</rdf:li></rdf:Bag></xmpRights:Owner>
<xmpRights:WebStatement>https://creativecommons.org/licenses/by/4.0/</xmpRights:WebStatement>
<tdm:reservation>1</tdm:reservation><tdm:policy>https://example.org/tdm</tdm:policy>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`,
  onix: `<?xml version="1.0"?><ONIXMessage release="3.0" xmlns="http://ns.editeur.org/onix/3.0/reference">
<Product><RecordReference>1</RecordReference>
<ProductIdentifier><ProductIDType>03</ProductIDType><IDValue>${isbns.epub}</IDValue></ProductIdentifier>
<ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>${isbns.epub}</IDValue></ProductIdentifier>
<DescriptiveDetail><ProductForm>ED</ProductForm><ProductFormDetail>E101</ProductFormDetail>
<EpubUsageConstraint><EpubUsageType>11</EpubUsageType><EpubUsageStatus>03</EpubUsageStatus></EpubUsageConstraint>
<EpubLicense><EpubLicenseName>CC BY 4.0</EpubLicenseName><EpubLicenseExpression><EpubLicenseExpressionType>01</EpubLicenseExpressionType><EpubLicenseExpressionLink>https://creativecommons.org/licenses/by/4.0/</EpubLicenseExpressionLink></EpubLicenseExpression></EpubLicense>
<TitleDetail><TitleType>01</TitleType><TitleElement><TitleText>The Whale &amp; the Sea</TitleText></TitleElement></TitleDetail>
<Extent><ExtentType>08</ExtentType><ExtentValue>2</ExtentValue><ExtentUnit>03</ExtentUnit></Extent></DescriptiveDetail>
<PublishingDetail><Publisher><PublishingRole>01</PublishingRole><PublisherName>Harper &amp; Brothers</PublisherName></Publisher>
<CopyrightStatement><CopyrightYear dateformat="11">20202024</CopyrightYear><CopyrightOwner><PersonName>Herman Melville</PersonName></CopyrightOwner></CopyrightStatement>
<CopyrightStatement><CopyrightYear dateformat="05">2023</CopyrightYear><CopyrightOwner><PersonName>A. Translator</PersonName></CopyrightOwner></CopyrightStatement></PublishingDetail>
<RelatedMaterial><RelatedProduct><ProductRelationCode>06</ProductRelationCode><ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>${isbns.print}</IDValue></ProductIdentifier><ProductForm>BC</ProductForm></RelatedProduct></RelatedMaterial>
</Product>
<Product><RecordReference>2</RecordReference>
<ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>${isbns.print}</IDValue></ProductIdentifier>
<DescriptiveDetail><ProductForm>BC</ProductForm>
<TitleDetail><TitleType>01</TitleType><TitleElement><TitleText>The Whale &amp; the Sea</TitleText></TitleElement></TitleDetail>
<Extent><ExtentType>00</ExtentType><ExtentValue>1</ExtentValue><ExtentUnit>03</ExtentUnit></Extent>
<Extent><ExtentType>06</ExtentType><ExtentValue>${pages}</ExtentValue><ExtentUnit>03</ExtentUnit></Extent></DescriptiveDetail>
<PublishingDetail><Publisher><PublishingRole>01</PublishingRole><PublisherName>Harper &amp; Brothers</PublisherName></Publisher>
<CopyrightStatement><CopyrightYear dateformat="11">20202024</CopyrightYear><CopyrightOwner><PersonName>Herman Melville</PersonName></CopyrightOwner></CopyrightStatement>
<CopyrightStatement><CopyrightYear dateformat="05">2023</CopyrightYear><CopyrightOwner><PersonName>A. Translator</PersonName></CopyrightOwner></CopyrightStatement></PublishingDetail>
</Product></ONIXMessage>`,
  jsonLd: JSON.stringify({
    '@type': 'Book',
    name: 'The Whale & the Sea',
    inLanguage: 'en',
    publisher: { '@type': 'Organization', name: 'Harper & Brothers' },
    license: 'https://creativecommons.org/licenses/by/4.0/',
    copyrightHolder: [{ name: 'Herman Melville' }],
    workExample: [
      {
        '@type': 'Book',
        bookFormat: 'https://schema.org/Paperback',
        isbn: isbns.print,
        numberOfPages: pages,
      },
      { '@type': 'Book', isbn: isbns.epub, encoding: { encodingFormat: 'application/epub+zip' } },
      { '@type': 'Book', isbn: isbns.pdf, encoding: { encodingFormat: 'application/pdf' } },
    ],
  }),
  manifest: JSON.stringify({ metadata, pages }),
};

export type Texts = typeof texts;

/** The finished files with these texts. */
export async function makeRelease(given: Texts) {
  const named = (path: string, bytes: Uint8Array) => ({ path, bytes });
  return {
    epub: named('whale.epub', await makeEpub(given)),
    pdf: named('whale.pdf', await makePdf(given)),
    onix: named('whale.onix.xml', Buffer.from(given.onix)),
    jsonLd: named('whale.jsonld', Buffer.from(given.jsonLd)),
    manifest: named('release.json', Buffer.from(given.manifest)),
  };
}

async function makeEpub({ opf, page }: Texts): Promise<Uint8Array> {
  const document = (body: string) =>
    `<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>T</title></head><body>${body}</body></html>`;
  const zip = new JSZip();
  zip.file('mimetype', 'application/epub+zip');
  zip.file(
    'META-INF/container.xml',
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf"/></rootfiles></container>',
  );
  zip.file('EPUB/package.opf', opf);
  zip.file('EPUB/a.xhtml', document('<p>Of the copyright-page</p>'));
  if (page !== '') {
    zip.file(
      'EPUB/text/c.xhtml',
      document(`<section id="copyright" epub:type="copyright-page">${page}</section>`),
    );
  }
  return zip.generateAsync({ type: 'uint8array' });
}

async function makePdf({ pdfPage, pdfTitle, pdfLanguage, xmp }: Texts): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const sheets = Array.from({ length: pages }, () => document.addPage([400, 400]));
  const [, verso] = sheets;
  verso?.drawText(pdfPage, { font, size: 10, x: 20, y: 300, lineHeight: 14 });
  const { context, catalog } = document;
  if (pdfPage !== '' && verso !== undefined) {
    const place = context.obj([verso.ref, 'XYZ', null, 300, null]);
    const names = context.obj({ Names: [PDFHexString.fromText('copyright'), place] });
    catalog.set(PDFName.of('Names'), context.obj({ Dests: names }));
  }
  document.setTitle(pdfTitle);
  document.setLanguage(pdfLanguage);
  const packet = context.stream(Buffer.from(xmp), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(packet));
  return document.save();
}
