import { posix } from 'node:path';
import type { Link, Parents, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../book/messages.ts';

/** One file with everything in it that may hold links, and what links may name in it. */
export interface LinkedFile {
  readonly file: VFile;
  /** The section's id: where a link without fragment goes; the shared file of notes has none. */
  readonly id?: string;
  readonly anchors: ReadonlyMap<string, string>;
  readonly roots: readonly Root[];
}

const protocols = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Chrome repeats an address on every line of its link, so a long one swells the PDF. */
const longest = 2048;

/**
 * Points every link between chapters at an id of the book, in place: `#heading`,
 * `02-other.md#heading`, `02-other.md`, also with `.html`. A link that leads nowhere, or
 * by a protocol that has no place in a book, is reported and leaves its text behind.
 *
 * @param files the files of the book
 */
export function resolveLinks(files: readonly LinkedFile[]): void {
  const byPath = new Map(files.map((entry) => [entry.file.path, entry]));
  const everywhere = uniqueAnchors(files);
  for (const entry of files) {
    for (const root of entry.roots) walk(root, entry);
  }

  function walk(parent: Parents, entry: LinkedFile): void {
    for (let index = 0; index < parent.children.length; index++) {
      const node = parent.children[index];
      if (!node || !('children' in node)) continue;
      walk(node, entry);
      if (node.type !== 'link') continue;
      const url = resolve(node, entry);
      if (url !== undefined) {
        node.url = url;
        continue;
      }
      (parent.children as RootContent[]).splice(index, 1, ...node.children);
      index += node.children.length - 1;
    }
  }

  function resolve(link: Link, entry: LinkedFile): string | undefined {
    const { url } = link;
    const protocol = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase();
    if (protocol !== undefined || url.startsWith('//')) {
      return checkOutside(link, protocol, entry.file);
    }
    const [address, fragment] = split(url);
    const target = address === '' ? entry : byPath.get(pathOf(address, entry.file));
    if (target?.id !== undefined && fragment === '' && url !== '') return `#${target.id}`;
    const id = target && fragment !== '' ? anchorIn(target.anchors, fragment) : undefined;
    const elsewhere = id ?? (address === '' ? anchorIn(everywhere, fragment) : undefined);
    if (elsewhere) return `#${elsewhere}`;
    const reason = target
      ? `There is no heading or anchor "${url}"`
      : `The link "${url}" leads to no file of the book`;
    report(entry.file, 'link-target', url === '' ? 'The link has no address' : reason, link);
    return undefined;
  }
}

function checkOutside(link: Link, protocol: string | undefined, file: VFile): string | undefined {
  if (protocol === undefined || !protocols.has(protocol)) {
    const reason = protocol
      ? `A link with the protocol "${protocol}" has no place in a book`
      : `The link "${link.url}" names no protocol`;
    report(file, 'link-protocol', reason, link);
    return undefined;
  }
  if (link.url.length <= longest) return link.url;
  report(file, 'link-target', `The address of the link is longer than ${longest} characters`, link, {
    hint: 'Use a shorter address; until then the text of the link stands without it.',
  });
  return undefined;
}

/** The path and the fragment of a relative address, percent-decoded, without a query. */
function split(url: string): [path: string, fragment: string] {
  const hash = url.indexOf('#');
  const path = (hash === -1 ? url : url.slice(0, hash)).replace(/\?.*$/, '');
  return [decode(path), hash === -1 ? '' : decode(url.slice(hash + 1))];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The path in the manuscript folder an address means, seen from a file. */
function pathOf(address: string, from: VFile): string {
  const path = posix.normalize(posix.join(posix.dirname(from.path ?? ''), address));
  return path.replace(/\.x?html?$/, '.md');
}

function anchorIn(anchors: ReadonlyMap<string, string>, name: string): string | undefined {
  return anchors.get(name) ?? anchors.get(name.toLowerCase());
}

/** The names that mean one place only in the whole book. */
function uniqueAnchors(files: readonly LinkedFile[]): Map<string, string> {
  const found = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const { anchors } of files) {
    for (const [name, id] of anchors) {
      if ((found.get(name) ?? id) !== id) ambiguous.add(name);
      found.set(name, id);
    }
  }
  for (const name of ambiguous) found.delete(name);
  return found;
}
