import type { VFile } from 'vfile';
import { sections } from '../../book/book.ts';
import { authorId } from '../../book/ids.ts';
import { judgeAddress } from '../../book/addresses/web-address.ts';
import { idLikened, likenedNames, withoutPrefix } from '../../book/addresses/likened-names.ts';
import { pathMeant } from '../../book/addresses/path-meant.ts';
import type { Context } from '../context.ts';
import { percentDecoded } from '../../book/addresses/percent-decoded.ts';

/** Where a link leads, or why nowhere. */
export type AuthorLink = { readonly address: string } | { readonly fault: string; readonly hint?: string };

/**
 * Where a link in raw HTML leads: an address outside the book as files can hold it, one inside as `#id`.
 *
 * @param href the address as written, its protocol already checked
 * @param anchors the ids the author wrote in the same text
 * @param file the file the link stands in
 * @param context the book around the text
 */
export function resolveAuthorLink(
  href: string,
  anchors: ReadonlySet<string>,
  file: VFile,
  context: Context,
): AuthorLink {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return judgeAddress(href);
  const place = placeInBook(href, anchors, file, context);
  return place === undefined ? { fault: `The link "${href}" leads nowhere in the book` } : { address: place };
}

function placeInBook(
  href: string,
  anchors: ReadonlySet<string>,
  file: VFile,
  context: Context,
): string | undefined {
  const [path = '', fragment = ''] = href.split('#', 2).map(percentDecoded);
  const all = sections(context.book);
  const target = path === '' ? undefined : pathMeant(path, file);
  const section = all.find(({ id, file: { path: own } }) =>
    target === undefined ? id === context.section : own === target,
  );
  if (!section) return undefined;
  if (fragment === '') return target === undefined ? undefined : `#${section.id}`;
  const own = [fragment, withoutPrefix(fragment)].find((name) => anchors.has(name));
  if (target === undefined && own !== undefined) return `#${authorId(section.id, own)}`;
  const wanted = new Set([fragment, `${section.id}--${fragment}`]);
  const heading = section.headings.find(({ id }) => wanted.has(id));
  if (heading) return `#${heading.id}`;
  if (all.some(({ id }) => id === fragment)) return `#${fragment}`;
  const ownName = (id: string): string =>
    id.slice(id.startsWith(`${section.id}--`) ? section.id.length + 2 : 0);
  const likened = idLikened(
    fragment,
    likenedNames(section.headings.map(({ id }) => [ownName(id), id])),
    'file',
  );
  return likened === undefined ? undefined : `#${likened}`;
}
