import type { Assets, Book, Hast } from '../../book/book.ts';
import type { Font } from '../../book/theme.ts';
import { accessibilityOf } from '../accessibility.ts';
import {
  contentDocument,
  contentsFile,
  coverDocument,
  documentItem,
  placeSections,
} from './content-documents.ts';
import { FileNames } from './file-names.ts';
import { targetsOf } from './links.ts';
import { depthOf, landmarksOf, navigationOf, navPointsOf } from './navigation.ts';
import { itemId, packageMetadata, resourceItem } from './package-document.ts';
import { Packager } from './packager.ts';
import { resourcesOf } from './resources.ts';
import { stylesheet } from './stylesheet.ts';
import { readTemplates } from './templates.ts';
import { zip } from './zip.ts';

/**
 * The book as an EPUB 3.3 container; the same bytes for the same input, on any machine, at any
 * time.
 *
 * @param book the book
 * @param assets images and fonts of the manuscript by path; only those referred to are packed
 * @param theme fonts to embed, TrueType, and the CSS of theme and author
 */
export async function emitEpub(
  book: Book<Hast>,
  assets: Assets,
  theme: { readonly fonts: ReadonlyArray<Font>; readonly stylesheet: string },
): Promise<Uint8Array> {
  const { metadata, labels } = book;
  const templates = await readTemplates();

  const names = new FileNames();
  names.allocate('toc', 'xhtml');
  const coverFile = names.allocate('cover', 'xhtml');
  const placed = placeSections(book, names);
  const written = placed.filter(({ replaced }) => !replaced);
  const targets = targetsOf(placed);

  const trees = written.map(({ section }) => section.tree);
  const resources = resourcesOf(trees, assets, theme, metadata.cover?.image);
  const coverImage = resources.files.find(({ cover }) => cover);
  const cover =
    coverImage === undefined
      ? undefined
      : coverDocument(
          coverFile,
          labels.cover,
          { src: coverImage.file, alt: metadata.cover?.alt?.trim() || labels.cover },
          metadata.language,
        );

  const contents = navigationOf(book, targets);
  const landmarks = landmarksOf(book, targets, cover?.file);
  const packageDocument = {
    ...packageMetadata(metadata, labels, accessibilityOf(book, assets)),
    coverItem: coverImage === undefined ? undefined : itemId(coverImage.file),
    manifest: [
      ...(cover === undefined ? [] : [documentItem(cover.file, undefined)]),
      ...written.map(({ section, file }) => documentItem(file, section.tree)),
      ...resources.files.map(resourceItem),
    ],
    contentsItem: itemId(contentsFile),
    spine: [
      ...new Set([...(cover === undefined ? [] : [cover.file]), ...placed.map(({ file }) => file)]),
    ].map(itemId),
    guide: landmarks.filter(({ guide }) => guide !== undefined),
  };

  const packager = new Packager(
    {
      package: packageDocument,
      labels,
      contents,
      landmarks,
      points: navPointsOf(contents),
      depth: depthOf(contents),
    },
    [
      ...(cover === undefined ? [] : [cover]),
      ...written.map((section) => contentDocument(section, metadata, targets, resources.paths)),
    ],
    stylesheet(theme.fonts, templates.stylesheet, theme.stylesheet, resources.paths),
    templates,
  );
  const files = new Map<string, string | Uint8Array>(await packager.files());
  for (const { file, bytes } of resources.files) files.set(`OEBPS/${file}`, bytes);
  return zip(files, new Date(metadata.modified));
}
