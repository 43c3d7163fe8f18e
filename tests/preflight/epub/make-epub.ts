import JSZip from 'jszip';

/** A small EPUB made by hand, with `body` in its one text; line 4 of the file is the first of the body. */
export async function makeEpub(body: string): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file('mimetype', 'application/epub+zip', { compression: 'STORE' });
  zip.file(
    'META-INF/container.xml',
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    { createFolders: false },
  );
  zip.file(
    'EPUB/package.opf',
    `<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:0fff4d1d-93e4-5096-ac62-9d37042773a7</dc:identifier>
<dc:title>T</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2024-01-01T00:00:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
</manifest>
<spine><itemref idref="text"/></spine>
</package>`,
    { createFolders: false },
  );
  zip.file(
    'EPUB/nav.xhtml',
    page('<nav epub:type="toc"><ol><li><a href="text.xhtml">T</a></li></ol></nav>'),
    { createFolders: false },
  );
  zip.file('EPUB/text.xhtml', page(body), { createFolders: false });
  return zip.generateAsync({ type: 'uint8array' });
}

function page(body: string): string {
  return `<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>T</title></head>
<body>${body}</body>
</html>`;
}
