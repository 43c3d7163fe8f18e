import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { propertyOf } from '../property-of.ts';

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
  const taken = new Map<string, string>();
  const absent: string[] = [];
  for (const image of images) {
    const address = addressOf(image);
    if (address === '' || isTracker(image)) {
      image.properties = {};
      continue;
    }
    const bytes = taken.has(address) ? undefined : await bytesOf(address, page);
    if (bytes !== undefined) {
      const path = `images/picture-${String(pictures.size + 1).padStart(2, '0')}${bytes.ending}`;
      pictures.set(path, bytes.content);
      taken.set(address, path);
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
  const inside = /^data:image\/([\w+.-]+);base64,(.*)$/s.exec(address);
  if (inside !== null)
    return {
      content: Buffer.from(inside[2] ?? '', 'base64'),
      ending: `.${kinds[inside[1] ?? ''] ?? inside[1]}`,
    };
  if (/^(?:https?:)?\/\//.test(address)) return undefined;
  const path = decoded(address.replace(/^file:\/\//, '').replace(/[?#].*$/, ''));
  // What is beside the page, or in the folder that a browser has put its parts into.
  const folder = resolve(dirname(page));
  for (const each of [join(folder, path), join(folder, basename(path))]) {
    if (!each.startsWith(`${folder}${sep}`)) continue;
    const content = await readFile(each).catch(() => undefined);
    if (content !== undefined) return { content, ending: extname(each).toLowerCase() };
  }
  return undefined;
}

const kinds: Readonly<Record<string, string>> = { jpeg: 'jpg', 'svg+xml': 'svg' };

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
