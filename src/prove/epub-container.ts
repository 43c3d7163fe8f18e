import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import { readOut } from './unreadable-file.ts';

/** An EPUB, unzipped as far as it is asked for. */
export interface EpubContainer {
  /** The source of the package document; empty where there is none. */
  readonly packageDocument: string;
  /** The paths of the content documents from the root of the container, in the order of the spine. */
  readonly spine: ReadonlyArray<string>;
  /** The path of the navigation document; empty where there is none. */
  readonly navigation: string;
  /** The source of a file by its path; empty where it is not there. */
  readonly read: (path: string) => Promise<string>;
  /** The paths of all files. */
  readonly paths: ReadonlyArray<string>;
  /** The bytes of a file by its path; none where it is not there. */
  readonly readBytes: (path: string) => Promise<Uint8Array>;
}

/**
 * Opens an EPUB; however many ask, it is opened once, and each file in it is unpacked once.
 *
 * EPUB 3.3, 4.2.6.3.1 (container.xml) and 5.7 (spine). What is not there is left out: other
 * checks tell of it.
 *
 * @throws UnreadableFile where it is no ZIP archive
 */
export function openEpub(epub: Uint8Array): Promise<EpubContainer> {
  const known = opened.get(epub) ?? readContainer(epub);
  opened.set(epub, known);
  return known;
}

const opened = new WeakMap<Uint8Array, Promise<EpubContainer>>();

async function readContainer(epub: Uint8Array): Promise<EpubContainer> {
  const zip = await readOut(() => JSZip.loadAsync(epub));
  const unpacked = new Map<string, Promise<string>>();
  const unpack = async (path: string): Promise<string> =>
    (await readOut(() => zip.file(path)?.async('string'))) ?? '';
  const read = (path: string): Promise<string> => {
    const text = unpacked.get(path) ?? unpack(path);
    unpacked.set(path, text);
    return text;
  };
  const [root] = elements(await read('META-INF/container.xml'), 'rootfile');
  const packagePath = root?.['full-path'] ?? '';
  const packageDocument = await read(packagePath);
  const items = elements(packageDocument, 'item');
  const hrefs = new Map(items.map(({ id, href }) => [id, href]));
  const { href: navigation = '' } = items.find(({ properties = '' }) => /\bnav\b/.test(properties)) ?? {};
  const spine = elements(packageDocument, 'itemref').flatMap(({ idref }) => {
    const href = hrefs.get(idref);
    return href === undefined ? [] : [resolveAddress(href, packagePath).path];
  });
  const readBytes = async (path: string): Promise<Uint8Array> =>
    (await readOut(() => zip.file(path)?.async('uint8array'))) ?? new Uint8Array();
  const paths = Object.keys(zip.files);
  return {
    packageDocument,
    spine,
    navigation: resolveAddress(navigation, packagePath).path,
    read,
    paths,
    readBytes,
  };
}

/**
 * Where an address in a file of the container leads; the path is empty for addresses outside.
 *
 * @param href a relative URL
 * @param from the path of the file
 */
export function resolveAddress(href: string, from: string): { path: string; fragment: string } {
  const container = 'https://container.invalid/';
  try {
    const url = new URL(href, new URL(encodeURI(from), container));
    if (!url.href.startsWith(container)) return { path: '', fragment: '' };
    return {
      path: decodeURIComponent(url.pathname.slice(1)),
      fragment: decodeURIComponent(url.hash.slice(1)),
    };
  } catch {
    return { path: '', fragment: '' };
  }
}

/** The attributes of every element of a name. */
function elements(xml: string, name: string): Array<Partial<Record<string, string>>> {
  const found: Array<Partial<Record<string, string>>> = [];
  const parser = new SaxesParser({ position: false });
  parser.on('error', () => undefined);
  parser.on('opentag', (tag) => {
    if (tag.name.replace(/^.*:/, '') === name) found.push(tag.attributes as Readonly<Record<string, string>>);
  });
  parser.write(xml).close();
  return found;
}
