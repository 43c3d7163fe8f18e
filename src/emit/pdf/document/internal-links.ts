import { percentDecoded } from '../../../book/addresses/percent-decoded.ts';

/**
 * Chrome's time for links inside a document grows with pages times targets: twenty thousand
 * notes would take it minutes. So it gets them as links to addresses of a scheme of our own,
 * which no author can write, and they become links inside the book in the finished PDF.
 */
const scheme = 'colophon:';

/**
 * The address that stands in the print document for a link inside the book.
 *
 * @param id of the element the link leads to
 */
export function addressOf(id: string): string {
  return `${scheme}${destinationName(id)}`;
}

/**
 * The name of the destination an address of {@link addressOf} stands for; undefined for every
 * other address.
 *
 * @param address the URI of a link annotation
 */
export function namedBy(address: string): string | undefined {
  return address.startsWith(scheme) ? address.slice(scheme.length) : undefined;
}

/**
 * The name under which the PDF knows the place of an element: its id, percent-encoded as in an
 * address, so that it is ASCII without any character that PDF strings would have to escape.
 */
export function destinationName(id: string): string {
  return encodeURIComponent(id).replaceAll(
    /[!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * The id a link of the book's HTML leads to; undefined where it leads out of the book.
 *
 * @param href `#` and an id, which may be percent-encoded
 */
export function linkedId(href: unknown): string | undefined {
  if (typeof href !== 'string' || !href.startsWith('#')) return undefined;
  return percentDecoded(href.slice(1));
}
