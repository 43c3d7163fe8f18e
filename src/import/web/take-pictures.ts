import { basename, dirname, extname } from 'node:path';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { bytesIn } from '../document-bytes.ts';
import { propertyOf } from '../property-of.ts';
import { dictionary } from '../../book/dictionary.ts';

/**
 * The pictures that lie beside a saved page or in it, named anew; links stand where there are none, for
 * nothing is fetched.
 *
 * @returns the pictures by the paths that the text names them by, and the addresses of those that are absent
 */
export async function takePictures(
  tree: Root,
  page: string,
): Promise<{ pictures: Map<string, Uint8Array>; absent: string[] }> {
  const images: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element.tagName === 'img') images.push(element);
  });
  const pictures = new Map<string, Uint8Array>();
  /** By address; undefined for what is absent. */
  const taken = new Map<string, string | undefined>();
  const absent: string[] = [];
  for (const image of images) {
    const address = addressOf(image);
    if (address === '' || isTracker(image)) {
      image.properties = {};
      continue;
    }
    if (!taken.has(address)) {
      const bytes = await bytesOf(address, page);
      const path = `images/picture-${String(pictures.size + 1).padStart(2, '0')}${bytes?.ending ?? ''}`;
      if (bytes !== undefined) pictures.set(path, bytes.content);
      taken.set(address, bytes && path);
    }
    const path = taken.get(address);
    if (path === undefined) {
      absent.push(address);
      asLink(image, address);
    } else image.properties = { src: path, alt: propertyOf(image, 'alt') };
  }
  return { pictures, absent };
}

/** Where a picture is; pages that load pictures late keep the address elsewhere. */
function addressOf({ properties }: Element): string {
  const candidates = [
    properties['src'],
    properties['dataSrc'],
    properties['dataLazySrc'],
    properties['dataOriginal'],
  ];
  const addresses = candidates.filter((each): each is string => typeof each === 'string' && each !== '');
  return addresses.find((address) => !/^data:image\/(?:gif|svg)/.test(address)) ?? '';
}

/** A picture of one pixel shows nothing. */
function isTracker({ properties: { width, height } }: Element): boolean {
  return Number(width) === 1 || Number(height) === 1;
}

async function bytesOf(
  address: string,
  page: string,
): Promise<{ content: Uint8Array; ending: string } | undefined> {
  const [head = '', kind = ''] = /^data:image\/([\w+.-]+);base64,/.exec(address) ?? [];
  if (head !== '') {
    const ending = `.${Object.hasOwn(kinds, kind) ? kinds[kind] : kind}`;
    const bytes = Buffer.from(address.slice(head.length), 'base64');
    return endings.has(ending) ? { content: bytes, ending } : undefined;
  }
  if (/^(?:https?:)?\/\//.test(address)) return undefined;
  const path = decoded(address.replace(/^file:\/\//, '').replace(/[?#].*$/, ''));
  // What is beside the page, or in the folder that a browser has put its parts into.
  for (const each of [path, basename(path)]) {
    const ending = extname(each).toLowerCase();
    // A page that somebody else has written is not to name what else lies in the folder.
    const content = endings.has(ending) ? await bytesIn(dirname(page), each) : undefined;
    if (content !== undefined) return { content, ending };
  }
  return undefined;
}

const kinds = dictionary<string>({
  jpeg: 'jpg',
  'svg+xml': 'svg',
  'x-icon': 'ico',
  'vnd.microsoft.icon': 'ico',
});

/** Of files that can be pictures. */
const endings = new Set(
  '.jpg .jpeg .jpe .png .gif .webp .svg .avif .heic .jxl .tif .tiff .bmp .ico'.split(' '),
);

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A link by the words that stand for the picture. */
function asLink(image: Element, address: string): void {
  const alt = propertyOf(image, 'alt').trim();
  image.tagName = 'a';
  image.properties = { href: address.startsWith('//') ? `https:${address}` : address };
  image.children = [{ type: 'text', value: alt === '' ? address : alt }];
}
