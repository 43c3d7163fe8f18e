import JSZip from 'jszip';

/** What an EPUB is made of: a sound one, which every store takes, but for what is given. */
export interface Draft {
  /** In `metadata` of the package document, in place of what a sound one has there. */
  readonly metadata?: string;
  /** In `metadata`, besides. */
  readonly furtherMetadata?: string;
  /** In `manifest`, besides. */
  readonly manifest?: string;
  /** Width and height of the cover, a JPEG; none without. */
  readonly cover?: readonly [number, number] | false;
  readonly body?: string;
  readonly navigation?: string;
  readonly hasNcx?: boolean;
  readonly css?: string;
  /** Further files by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const soundMetadata = `<dc:identifier id="id">urn:isbn:9783161484100</dc:identifier>
<dc:title>T</dc:title><dc:language>en</dc:language><dc:creator>A</dc:creator>
<meta property="dcterms:modified">2024-01-01T00:00:00Z</meta>`;

/** An EPUB made by hand; line 4 of its one text is the first of the body. */
export async function makeStoreEpub(draft: Draft = {}): Promise<Uint8Array> {
  const { cover = [1600, 2560], body = '<p>Text</p>', hasNcx = true, files = {} } = draft;
  const zip = new JSZip();
  const add = (path: string, content: string | Uint8Array, compression: 'STORE' | 'DEFLATE' = 'DEFLATE') =>
    zip.file(path, content, { createFolders: false, compression });
  add('mimetype', 'application/epub+zip', 'STORE');
  add(
    'META-INF/container.xml',
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
  );
  add(
    'EPUB/package.opf',
    `<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${draft.metadata ?? soundMetadata}
${draft.furtherMetadata ?? ''}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
<item id="css" href="book.css" media-type="text/css"/>
${cover === false ? '' : '<item id="cover" href="cover.jpg" media-type="image/jpeg" properties="cover-image"/>'}
${hasNcx ? '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>' : ''}
${draft.manifest ?? ''}
</manifest>
<spine><itemref idref="text"/></spine>
</package>`,
  );
  add(
    'EPUB/nav.xhtml',
    page(`<nav epub:type="toc"><ol><li><a href="text.xhtml">T</a></li></ol></nav>${draft.navigation ?? ''}`),
  );
  if (hasNcx) add('EPUB/toc.ncx', '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"/>');
  add('EPUB/book.css', draft.css ?? 'p { margin: 0 }');
  add('EPUB/text.xhtml', page(body));
  if (cover !== false) add('EPUB/cover.jpg', jpegOf(...cover), 'STORE');
  for (const [path, content] of Object.entries(files)) add(path, content, 'STORE');
  return zip.generateAsync({ type: 'uint8array' });
}

function page(body: string): string {
  return `<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>T</title></head>
<body>${body}</body>
</html>`;
}

/** The header of a JPEG with a size, and nothing behind it (ITU-T T.81, B.2.2). */
export function jpegOf(width: number, height: number, length = 0): Uint8Array {
  const frame = [0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3];
  const components = [1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
  const app = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
  const bytes = [0xff, 0xd8, ...app, ...frame, ...components, 0xff, 0xd9];
  return Buffer.concat([Buffer.from(bytes), Buffer.alloc(Math.max(0, length - bytes.length))]);
}
