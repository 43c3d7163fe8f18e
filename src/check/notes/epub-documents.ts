import JSZip from 'jszip';
import { SaxesParser } from 'saxes';

/** A content document of an EPUB. */
export interface EpubDocument {
  /** From the root of the container. */
  readonly path: string;
  readonly xhtml: string;
}

/**
 * The content documents of an EPUB in the order of its spine.
 *
 * EPUB 3.3, 4.2.6.3.1 (container.xml) and 5.7 (spine). What is not there is left out: other
 * checks tell of it.
 */
export async function readSpine(epub: Uint8Array): Promise<EpubDocument[]> {
  const zip = await JSZip.loadAsync(epub);
  const read = async (path: string): Promise<string> => (await zip.file(path)?.async('string')) ?? '';
  const [root] = elements(await read('META-INF/container.xml'), 'rootfile');
  const opf = root?.['full-path'] ?? '';
  const packaged = await read(opf);
  const hrefs = new Map(elements(packaged, 'item').map(({ id, href }) => [id, href]));
  const paths = elements(packaged, 'itemref').flatMap(({ idref }) => {
    const href = hrefs.get(idref);
    return href === undefined ? [] : [resolveAddress(href, opf).path];
  });
  return Promise.all(paths.map(async (path) => ({ path, xhtml: await read(path) })));
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
