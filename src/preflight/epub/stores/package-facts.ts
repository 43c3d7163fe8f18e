import { readXml, type StartTag } from './read-xml.ts';

/** A file that the package document lists. */
export interface ManifestItem {
  readonly id: string;
  /** From the root of the container; the address itself of one outside. */
  readonly path: string;
  readonly isRemote: boolean;
  readonly mediaType: string;
  readonly properties: ReadonlySet<string>;
  readonly hasOverlay: boolean;
}

/** What a package document says, as far as stores ask for it. */
export interface PackageFacts {
  readonly path: string;
  readonly titles: ReadonlyArray<string>;
  readonly languages: ReadonlyArray<string>;
  readonly identifiers: ReadonlyArray<string>;
  readonly creators: ReadonlyArray<string>;
  readonly descriptions: ReadonlyArray<string>;
  /** Whether pages are laid out beforehand: all or some. */
  readonly isFixed: boolean;
  readonly items: ReadonlyArray<ManifestItem>;
  readonly cover: ManifestItem | undefined;
  readonly navigation: ManifestItem | undefined;
  readonly ncx: ManifestItem | undefined;
}

/** Where the container says that its package document is (EPUB 3.3, 4.2.6.3.1); empty where it does not. */
export function packagePath(container: Uint8Array): string {
  let path = '';
  readXml(container, {
    onStart: ({ name, attributes }) => {
      if (name === 'rootfile' && path === '') path = attributes['full-path'] ?? '';
    },
  });
  return path;
}

/**
 * What a package document says (EPUB 3.3, 5; OPF 2.0.1, for covers and layouts as older tools state them).
 *
 * @param path from the root of the container
 */
export function packageFacts(source: Uint8Array, path: string): PackageFacts {
  const texts = new Map<string, string[]>();
  const metas = new Map<string, string>();
  const items: ManifestItem[] = [];
  let isFixed = false;
  let property = '';
  readXml(source, {
    onStart: (tag) => {
      const { name, attributes } = tag;
      if (name === 'item') items.push(itemOf(tag, path));
      if (name === 'itemref' && attributes['properties']?.includes('rendition:layout-pre-paginated') === true)
        isFixed = true;
      if (name !== 'meta') return;
      property = attributes['property'] ?? '';
      if (attributes['name'] !== undefined) metas.set(attributes['name'], attributes['content'] ?? '');
    },
    onEnd: (name, text) => {
      if (name === 'meta' && property === 'rendition:layout' && text.trim() === 'pre-paginated')
        isFixed = true;
      if (text.trim() !== '') texts.set(name, [...(texts.get(name) ?? []), text.trim()]);
    },
  });
  const has = (wanted: string): ManifestItem | undefined =>
    items.find(({ properties }) => properties.has(wanted));
  return {
    path,
    titles: texts.get('title') ?? [],
    languages: texts.get('language') ?? [],
    identifiers: texts.get('identifier') ?? [],
    creators: texts.get('creator') ?? [],
    descriptions: texts.get('description') ?? [],
    isFixed: isFixed || metas.get('fixed-layout') === 'true',
    items,
    cover: has('cover-image') ?? items.find(({ id }) => id === metas.get('cover')),
    navigation: has('nav'),
    ncx: items.find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml'),
  };
}

function itemOf({ attributes }: StartTag, packageFile: string): ManifestItem {
  const href = attributes['href'] ?? '';
  const isRemote = /^[a-z][a-z\d+.-]*:/i.test(href);
  return {
    id: attributes['id'] ?? '',
    path: isRemote ? href : pathOf(href, packageFile),
    isRemote,
    mediaType: (attributes['media-type'] ?? '').trim().toLowerCase(),
    properties: new Set((attributes['properties'] ?? '').split(/\s+/).filter((each) => each !== '')),
    hasOverlay: attributes['media-overlay'] !== undefined,
  };
}

function pathOf(href: string, from: string): string {
  try {
    const { pathname } = new URL(href, new URL(encodeURI(from), 'https://container.invalid/'));
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return href;
  }
}
