import type { Image, Link, Parents, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { replaceIn } from '../../book/long-lists.ts';
import { limits } from '../../book/limits.ts';
import { report } from '../../book/messages/messages.ts';
import { judgeAddress } from '../../book/addresses/web-address.ts';
import { percentDecoded } from '../../book/addresses/percent-decoded.ts';
import { whichFile, type LinkedFile, type LinkTargets } from './link-targets.ts';

const protocols = new Set(['http:', 'https:', 'mailto:', 'tel:']);

const longest = limits['link-length'].most;

/**
 * Points every link between chapters at an id of the book, in place: `#heading`,
 * `02-other.md#heading`, `02-other.md`, also with `.html`. A link that leads nowhere, to an address
 * that is none, or by a protocol that has no place in a book, is reported and leaves its text behind.
 *
 * @param files the files of the book
 * @param targets the places links may name
 */
export function resolveLinks(files: readonly LinkedFile[], targets: LinkTargets): void {
  for (const entry of files) {
    for (const root of entry.roots) walk(root, entry);
  }

  function walk(parent: Parents, entry: LinkedFile): void {
    for (let index = 0; index < parent.children.length; index++) {
      const node = parent.children[index];
      if (node?.type === 'image') resolveDetails(node, entry, targets);
      if (!node || !('children' in node)) continue;
      walk(node, entry);
      if (node.type !== 'link') continue;
      const url = resolve(node, entry);
      if (url !== undefined) {
        node.url = url;
        continue;
      }
      replaceIn<RootContent>(parent.children, index, 1, node.children);
      index += node.children.length - 1;
    }
  }

  function resolve(link: Link, entry: LinkedFile): string | undefined {
    const { url } = link;
    const protocol = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase();
    if (protocol !== undefined || url.startsWith('//')) {
      return checkOutside(link, protocol, entry.file);
    }
    const { file, id } = targets.find(url, entry);
    if (id !== undefined) return `#${id}`;
    const owners = url.startsWith('#') ? targets.ownersOf(percentDecoded(url.slice(1))) : [];
    if (owners.length > 1) {
      const hint = `${whichFile(owners, url)} Until then its text stands without it.`;
      report(entry.file, 'link-target', `Several files have a place "${url}"`, link, { hint });
      return undefined;
    }
    const reason = file
      ? `There is no heading or anchor "${url}"`
      : `The link "${url}" leads to no file of the book`;
    const meant = url === '' ? undefined : targets.nearTo(url, entry);
    const advice = meant === undefined ? adviceOn(url) : `Did you mean ${meant}?`;
    const hint = advice === undefined ? {} : { hint: `${advice} Until then its text stands without it.` };
    report(entry.file, 'link-target', url === '' ? 'The link has no address' : reason, link, hint);
    return undefined;
  }
}

/** What to write where an address is that of a website or of a picture. */
function adviceOn(url: string): string | undefined {
  if (/^www\.[^/\s]+\.\p{L}{2,}/u.test(url)) return `Write https://${url}, if that is the website.`;
  if (/\.(?:png|jpe?g|svg|gif|webp|avif|tiff?)$/i.test(url))
    return 'To show the picture, put ! before the bracket.';
  if (/^[^@\s/]+@[^@\s/]+\.\p{L}{2,}$/u.test(url))
    return `Write mailto:${url}, if that is the address of a person.`;
  if (
    /^(?:[\w-]+\.)+(?:com|org|net|edu|gov|info|io|eu|de|uk|fr|es|it|nl|at|ch|pl|ua|ca|au)(?:[/?#]|$)/i.test(
      url,
    )
  )
    return `Write https://${url}, if that is a website.`;
  return undefined;
}

/** Points an image at its long description, which reading systems seek in the same file alone. */
function resolveDetails(image: Image, entry: LinkedFile, targets: LinkTargets): void {
  const properties = image.data?.hProperties;
  const details = properties?.['ariaDetails'];
  if (properties === undefined || typeof details !== 'string') return;
  const { file, id } = targets.find(details, entry);
  if (id !== undefined && file === entry && id !== entry.id) {
    properties['ariaDetails'] = id;
    return;
  }
  delete properties['ariaDetails'];
  const hint = 'Give the description of the image an id in the same file, and name it: {details=#id}.';
  report(entry.file, 'link-target', `There is no description "${details}" in this file`, image, { hint });
}

function checkOutside(link: Link, protocol: string | undefined, file: VFile): string | undefined {
  if (protocol === undefined || !protocols.has(protocol)) {
    const reason = protocol
      ? `A link with the protocol "${protocol}" has no place in a book`
      : `The link "${link.url}" names no protocol`;
    report(file, 'link-protocol', reason, link);
    return undefined;
  }
  if (link.url.length <= longest) {
    const judged = judgeAddress(link.url);
    if ('address' in judged) return judged.address;
    report(file, 'link-target', judged.fault, link, { hint: judged.hint });
    return undefined;
  }
  report(file, 'link-target', `The address of the link is longer than ${longest} characters`, link, {
    hint: 'Use a shorter address; until then the text of the link stands without it.',
  });
  return undefined;
}
