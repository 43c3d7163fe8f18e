import type { PreflightRuleId } from '../../../../src/book/messages/preflight-rules.ts';
import { jpegOf, type Draft } from './make-store-epub.ts';

/** An EPUB with one fault. */
export interface DefectiveEpub {
  readonly rule: PreflightRuleId;
  readonly fault: string;
  readonly draft: Draft;
  /** What each store that minds it says: its name, how grave it is, where, and part of the reason. */
  readonly said: Readonly<Record<string, string>>;
}

const item = (path: string, type: string, more = ''): string =>
  `<item id="more" href="${path}" media-type="${type}"${more}/>`;

const encryption = (method: string): string =>
  `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${method}"/><enc:CipherData><enc:CipherReference URI="EPUB/text.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>`;

const metadata = (...parts: ReadonlyArray<string>): string =>
  [
    '<dc:identifier id="id">urn:isbn:9783161484100</dc:identifier>',
    '<dc:title>T</dc:title>',
    '<dc:language>en</dc:language>',
    '<dc:creator>A</dc:creator>',
  ]
    .filter((element) => !parts.some((part) => element.includes(`dc:${part}`)))
    .join('');

export const defectiveEpubs: ReadonlyArray<DefectiveEpub> = [
  {
    rule: 'epub-cover',
    fault: 'no cover',
    draft: { cover: false },
    said: {
      apple: 'warning book.epub:1 The book has no cover',
      generic: 'warning book.epub:1 The book has no cover',
      google: 'error book.epub:1 The book has no cover',
      kindle: 'warning book.epub:1 The book has no cover',
      kobo: 'warning book.epub:1 The book has no cover',
    },
  },
  {
    rule: 'epub-cover-size',
    fault: 'a cover of a telephone’s screen',
    draft: { cover: [400, 600] },
    said: {
      apple: 'warning book.epub/EPUB/cover.jpg:1 at least 1,400 on the shorter side',
      generic:
        'warning book.epub/EPUB/cover.jpg:1 The cover has 400 × 600 pixels; many a store asks for at least 640 on the shorter side',
      google: 'error book.epub/EPUB/cover.jpg:1 at least 640 on the shorter side',
      kindle: 'error book.epub/EPUB/cover.jpg:1 at least 1,000 on the longer side',
    },
  },
  {
    rule: 'epub-cover-size',
    fault: 'a cover on its side',
    draft: { cover: [2400, 1600] },
    said: {
      generic: 'warning book.epub/EPUB/cover.jpg:1 The cover is 0.67 times as high as wide',
      kindle: 'warning book.epub/EPUB/cover.jpg:1 at least 1.2 times',
      kobo: 'warning book.epub/EPUB/cover.jpg:1 at least 1.2 times',
    },
  },
  {
    rule: 'epub-cover-format',
    fault: 'a drawing as cover',
    draft: {
      cover: false,
      manifest: item('cover.svg', 'image/svg+xml', ' properties="cover-image"'),
      files: { 'EPUB/cover.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="2400"/>' },
    },
    said: {
      apple: 'error book.epub/EPUB/cover.svg:1 The cover is image/svg+xml',
      generic: 'warning book.epub/EPUB/cover.svg:1 The cover is image/svg+xml',
      google: 'warning book.epub/EPUB/cover.svg:1 The cover is image/svg+xml',
      kindle: 'warning book.epub/EPUB/cover.svg:1 The cover is image/svg+xml',
      kobo: 'error book.epub/EPUB/cover.svg:1 The cover is image/svg+xml',
    },
  },
  {
    rule: 'epub-image-size',
    fault: 'a photograph as it came from the camera',
    draft: {
      manifest: item('photo.jpg', 'image/jpeg'),
      files: { 'EPUB/photo.jpg': jpegOf(3000, 2000, 90_000) },
    },
    said: {
      apple:
        'error book.epub/EPUB/photo.jpg:1 6,000,000 pixels (3000 × 2000); Apple Books takes at most 5,600,000',
    },
  },
  {
    rule: 'epub-image-size',
    fault: 'a heavy picture',
    draft: {
      manifest: item('heavy.jpg', 'image/jpeg'),
      files: { 'EPUB/heavy.jpg': jpegOf(2000, 2000, 5_200_000) },
    },
    said: {
      kindle: 'warning book.epub/EPUB/heavy.jpg:1 An image has 5.2 MB; Amazon Kindle takes at most 5 MB',
    },
  },
  {
    rule: 'epub-image-size',
    fault: 'a very wide picture',
    draft: { manifest: item('wide.jpg', 'image/jpeg'), files: { 'EPUB/wide.jpg': jpegOf(4000, 500) } },
    said: { google: 'warning book.epub/EPUB/wide.jpg:1 4000 × 500 pixels' },
  },
  ...(['image/webp', 'image/avif'] as const).map((type) => ({
    rule: 'epub-media-type' as const,
    fault: type,
    draft: { manifest: item('a.img', type), files: { 'EPUB/a.img': 'x' } },
    said: {
      apple: `warning book.epub/EPUB/a.img:1 ${type}`,
      generic: `warning book.epub/EPUB/a.img:1 ${type}`,
      google: `error book.epub/EPUB/a.img:1 ${type}`,
      kindle: `warning book.epub/EPUB/a.img:1 ${type}`,
      ...(type === 'image/avif' && { kobo: `error book.epub/EPUB/a.img:1 ${type}` }),
    },
  })),
  {
    rule: 'epub-media-type',
    fault: 'a font that is packed twice',
    draft: { manifest: item('a.woff2', 'font/woff2'), files: { 'EPUB/a.woff2': 'x' } },
    said: { kobo: 'warning book.epub/EPUB/a.woff2:1 font/woff2' },
  },
  {
    rule: 'epub-media-type',
    fault: 'music',
    draft: { manifest: item('a.mp3', 'audio/mpeg'), files: { 'EPUB/a.mp3': 'x' } },
    said: { kindle: 'warning book.epub/EPUB/a.mp3:1 audio', kobo: 'warning book.epub/EPUB/a.mp3:1 audio' },
  },
  {
    rule: 'epub-size',
    fault: 'a large book',
    draft: { files: { 'EPUB/large.bin': new Uint8Array(101e6) } },
    said: { generic: 'warning book.epub:1 The EPUB has 101 MB' },
  },
  {
    rule: 'epub-text-size',
    fault: 'a long chapter',
    draft: { body: `<p>${'word '.repeat(62_000)}</p>` },
    said: { generic: 'warning book.epub/EPUB/text.xhtml:1 311 kB' },
  },
  {
    rule: 'epub-text-size',
    fault: 'a very long chapter',
    draft: { body: `<p>${'word '.repeat(2_100_000)}</p>` },
    said: {
      generic: 'warning book.epub/EPUB/text.xhtml:1 10.5 MB',
      kobo: 'error book.epub/EPUB/text.xhtml:1 at most 10 MB',
    },
  },
  {
    rule: 'epub-file-name',
    fault: 'a blank in a name',
    draft: { files: { 'EPUB/a b.txt': 'x', 'EPUB/ä.txt': 'x' } },
    said: {
      generic:
        'warning book.epub/EPUB/a b.txt:1 a blank in it, with which many a store has trouble; so in 1 more place',
      kindle: 'warning book.epub/EPUB/a b.txt:1 a blank',
      kobo: 'warning book.epub/EPUB/a b.txt:1 a blank',
    },
  },
  {
    rule: 'epub-encrypted',
    fault: 'a locked file',
    draft: {
      files: { 'META-INF/encryption.xml': encryption('http://www.w3.org/2001/04/xmlenc#aes256-cbc') },
    },
    said: {
      apple: 'warning book.epub/EPUB/text.xhtml:1 A file is encrypted',
      generic: 'error book.epub/EPUB/text.xhtml:1 A file is encrypted',
      google: 'warning book.epub/EPUB/text.xhtml:1 A file is encrypted',
      kindle: 'warning book.epub/EPUB/text.xhtml:1 A file is encrypted',
      kobo: 'warning book.epub/EPUB/text.xhtml:1 A file is encrypted',
    },
  },
  {
    rule: 'epub-encrypted',
    fault: 'an obfuscated font',
    draft: { files: { 'META-INF/encryption.xml': encryption('http://www.idpf.org/2008/embedding') } },
    said: { kindle: 'warning book.epub/EPUB/text.xhtml:1 A font is obfuscated' },
  },
  ...[
    [
      'a picture of the network',
      { body: '<p>a</p>\n<img src="https://example.org/a.png" alt="a"/>' },
      'text.xhtml:5',
    ],
    [
      'a font of the network',
      { css: '/* x\n */ @font-face { src: url("//example.org/a.ttf") }' },
      'book.css:2',
    ],
    [
      'a listed film of the network',
      { manifest: item('https://example.org/a.js', 'text/javascript') },
      'package.opf:1',
    ],
  ].map(([fault, draft, place]) => ({
    rule: 'epub-remote' as const,
    fault: fault as string,
    draft: draft as Draft,
    said: {
      generic: `warning book.epub/EPUB/${place as string} would be loaded from the network`,
      kindle: `warning book.epub/EPUB/${place as string} would be loaded from the network`,
    },
  })),
  {
    rule: 'epub-script',
    fault: 'a script',
    draft: { body: '<p>a</p>\n<script>1</script>' },
    said: {
      generic: 'warning book.epub/EPUB/text.xhtml:5 script',
      kindle: 'warning book.epub/EPUB/text.xhtml:5 script',
      kobo: 'warning book.epub/EPUB/text.xhtml:5 script',
    },
  },
  {
    rule: 'epub-feature',
    fault: 'a form',
    draft: { body: '<form><input/></form>' },
    said: {
      kindle:
        'warning book.epub/EPUB/text.xhtml:4 has a form, which Amazon Kindle does not show; so in 1 more',
    },
  },
  {
    rule: 'epub-feature',
    fault: 'a switch',
    draft: { body: '<epub:switch id="s"/>' },
    said: { generic: 'warning book.epub/EPUB/text.xhtml:4 epub:switch' },
  },
  {
    rule: 'epub-feature',
    fault: 'a voice that follows the text',
    draft: {
      manifest: '<item id="m" href="nav.xhtml" media-type="application/xhtml+xml" media-overlay="o"/>',
    },
    said: { kindle: 'warning book.epub/EPUB/package.opf:1 A recorded voice' },
  },
  {
    rule: 'epub-math',
    fault: 'a formula without words',
    draft: { body: '<p><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></p>' },
    said: {
      generic: 'warning book.epub/EPUB/text.xhtml:4 A formula has neither words',
      kindle: 'warning book.epub/EPUB/text.xhtml:4 A formula has neither words',
    },
  },
  {
    rule: 'epub-navigation',
    fault: 'no NCX',
    draft: { hasNcx: false },
    said: { kindle: 'warning book.epub/EPUB/package.opf:1 The book has no NCX' },
  },
  {
    rule: 'epub-page-list',
    fault: 'pages that nobody can go to',
    draft: { body: '<p><span role="doc-pagebreak" id="p1" aria-label="1"></span>a</p>' },
    said: { generic: 'warning book.epub/EPUB/text.xhtml:4 Pages are marked, but not listed' },
  },
  {
    rule: 'epub-fixed-layout',
    fault: 'pages laid out beforehand',
    draft: { furtherMetadata: '<meta property="rendition:layout">pre-paginated</meta>' },
    said: { generic: 'warning book.epub/EPUB/package.opf:1 The layout is fixed' },
  },
  {
    rule: 'epub-metadata',
    fault: 'no title',
    draft: { metadata: metadata('title') },
    said: {
      apple: 'warning book.epub/EPUB/package.opf:1 names no title',
      generic: 'error book.epub/EPUB/package.opf:1 names no title',
      kindle: 'error book.epub/EPUB/package.opf:1 names no title',
    },
  },
  {
    rule: 'epub-metadata',
    fault: 'an author whom nobody names',
    draft: { metadata: metadata('creator') },
    said: { generic: 'warning book.epub/EPUB/package.opf:1 names no author' },
  },
  {
    rule: 'epub-metadata',
    fault: 'no number of the trade',
    draft: { metadata: metadata('identifier') + '<dc:identifier id="id">urn:uuid:1</dc:identifier>' },
    said: { kobo: 'warning book.epub/EPUB/package.opf:1 No identifier is an ISBN' },
  },
  {
    rule: 'epub-metadata',
    fault: 'a description as long as a chapter',
    draft: { furtherMetadata: `<dc:description>${'word '.repeat(900)}</dc:description>` },
    said: { kindle: 'warning book.epub/EPUB/package.opf:1 The description has 4,499 characters' },
  },
];
