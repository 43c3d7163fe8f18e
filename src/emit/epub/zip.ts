import JSZip from 'jszip';

/** The earliest date a ZIP archive can hold. */
const epoch = Date.UTC(1980, 0, 1);

/** Compressed already: deflating them again costs time and saves nothing. */
const compressed = /\.(?:jpe?g|png|gif|woff2?)$/;

/**
 * The files as an EPUB container, the same bytes for the same input anywhere: `mimetype` first
 * and stored, then the container and package documents, then the rest by name.
 *
 * EPUB 3.3, 4.3.2 and 4.3.3. JSZip deflates in JavaScript, so the bytes do not change with the
 * zlib of the runtime; it writes dates in UTC.
 *
 * @param files by path in the archive
 * @param modified the date of every entry
 */
export async function zip(
  files: ReadonlyMap<string, string | Uint8Array>,
  modified: Date,
): Promise<Uint8Array> {
  const archive = new JSZip();
  const date = new Date(Math.max(modified.getTime(), epoch));
  for (const [name, content] of [...files].toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    const compression = name === 'mimetype' || compressed.test(name) ? 'STORE' : 'DEFLATE';
    archive.file(name, content, { date, compression, createFolders: false });
  }
  return archive.generateAsync({
    type: 'uint8array',
    compressionOptions: { level: 9 },
    platform: 'DOS',
    streamFiles: false,
  });
}

function rank(name: string): number {
  const first = ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf'].indexOf(name);
  return first === -1 ? 3 : first;
}
