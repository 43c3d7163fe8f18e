import { imageSize } from 'image-size';
import type { Bytes } from '../../../book/bytes.ts';
import { openArchive, type ArchiveFile } from './archive.ts';
import { sightsIn, sightsInStyles, type Sight } from './document-facts.ts';
import { packageFacts, packagePath, type ManifestItem, type PackageFacts } from './package-facts.ts';
import { readXml } from './read-xml.ts';

/** A picture of a book; without a size where it has none that can be read. */
export interface Picture {
  readonly item: ManifestItem;
  readonly bytes: number;
  readonly width?: number;
  readonly height?: number;
}

/** A content document: XHTML that is read from beginning to end. */
export interface TextFile {
  readonly path: string;
  readonly bytes: number;
}

/** A file that is not there as it is. */
export interface LockedFile {
  readonly path: string;
  /** Whether it is a font that every reading system can restore (EPUB 3.3, 4.4). */
  readonly isObfuscated: boolean;
}

/** What an EPUB is found to be, as far as stores ask for it. */
export interface EpubFacts {
  readonly bytes: number;
  readonly paths: ReadonlyArray<string>;
  readonly package: PackageFacts;
  readonly pictures: ReadonlyArray<Picture>;
  readonly texts: ReadonlyArray<TextFile>;
  readonly locked: ReadonlyArray<LockedFile>;
  readonly sights: ReadonlyArray<Sight>;
}

const containerFile = 'META-INF/container.xml';
const encryptionFile = 'META-INF/encryption.xml';

const obfuscations = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);

/** How much of a picture is read first: most state their size there. */
const beginning = 2 ** 16;

/** What an EPUB is found to be; undefined where it has no package document that can be read. */
export async function epubFacts(epub: Bytes): Promise<EpubFacts | undefined> {
  const files = await openArchive(epub);
  const container = await files.get(containerFile)?.read();
  const path = container === undefined ? '' : packagePath(container);
  const source = await files.get(path)?.read();
  if (source === undefined) return undefined;
  const facts = packageFacts(source, path);
  const pictures: Picture[] = [];
  const texts: TextFile[] = [];
  const sights: Sight[] = [];
  for (const item of facts.items) {
    const file = files.get(item.path);
    if (file === undefined) continue;
    const { mediaType } = item;
    if (mediaType.startsWith('image/')) pictures.push(await pictureOf(item, file));
    if (mediaType === 'application/xhtml+xml') texts.push({ path: item.path, bytes: file.bytes });
    if (mediaType === 'application/xhtml+xml' || mediaType === 'image/svg+xml')
      sights.push(...sightsIn(await file.read(), item.path));
    if (mediaType === 'text/css') sights.push(...sightsInStyles(await file.read(), item.path));
  }
  return {
    bytes: epub.length,
    paths: [...files.keys()],
    package: facts,
    pictures,
    texts,
    locked: lockedFiles(await files.get(encryptionFile)?.read()),
    sights,
  };
}

async function pictureOf(item: ManifestItem, file: ArchiveFile): Promise<Picture> {
  const { bytes } = file;
  const size =
    sizeOf(await file.read(beginning)) ?? (bytes > beginning ? sizeOf(await file.read()) : undefined);
  return { item, bytes, ...size };
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return undefined;
    // From 5 on it lies on its side (Exif 3.0, Orientation).
    return orientation > 4 ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}

/** What META-INF/encryption.xml lists (EPUB 3.3, 4.2.6.3.2). */
function lockedFiles(source: Uint8Array | undefined): LockedFile[] {
  const locked: LockedFile[] = [];
  let method = '';
  if (source === undefined) return locked;
  readXml(source, {
    onStart: ({ name, attributes }) => {
      if (name === 'EncryptionMethod') method = attributes['Algorithm'] ?? '';
      if (name !== 'CipherReference') return;
      locked.push({ path: attributes['URI'] ?? '', isObfuscated: obfuscations.has(method) });
    },
  });
  return locked;
}
