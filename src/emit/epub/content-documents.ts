import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Book, Hast, Section } from '../../book/book.ts';
import type { Metadata } from '../../book/metadata.ts';
import { directionOf } from '../../language/direction.ts';
import type { FileNames } from '../file-names.ts';
import { withHeldMarks } from '../held-marks.ts';
import { placeTree, type Targets } from '../links.ts';
import { itemId, type ManifestItem } from './package-document.ts';
import type { ContentDocument } from './packager.ts';
import { withScrollingBlocks } from '../wide-blocks.ts';
import { toXhtml } from '../xhtml.ts';

/** The file epub-gen-memory writes the navigation document to. */
export const contentsFile = 'toc.xhtml';

/** A section in its file. */
export interface PlacedSection {
  readonly section: Section<Hast>;
  readonly file: string;
  readonly matter: ContentDocument['matter'];
  /** Whether the navigation document stands for it. */
  readonly replaced: boolean;
}

/**
 * The sections in reading order with their files, named after their ids; the contents page
 * gives way to the navigation document.
 *
 * @param book the book
 * @param names the file names already taken
 */
export function placeSections(book: Book<Hast>, names: FileNames): PlacedSection[] {
  const groups = [
    ['frontmatter', book.front],
    ['bodymatter', book.body],
    ['backmatter', book.back],
  ] as const;
  return groups.flatMap(([matter, group]) =>
    group.map((section) => {
      const replaced = section.role === 'toc';
      const file = replaced ? contentsFile : names.allocate(section.id, 'xhtml');
      return { section, file, matter, replaced };
    }),
  );
}

/**
 * The content document of a section.
 *
 * @param placed the section in its file
 * @param tree of the section, with what marks its pages
 * @param metadata of the book
 * @param targets where every id stands
 * @param images packed path by path in the manuscript
 */
export function contentDocument(
  { section, file, matter }: PlacedSection,
  tree: Hast,
  metadata: Metadata,
  targets: Targets,
  images: ReadonlyMap<string, string>,
): ContentDocument {
  const language = section.language ?? metadata.language;
  return {
    file,
    language,
    direction: directionOf(language),
    title: section.title.trim() === '' ? metadata.title : section.title,
    matter,
    xhtml: written(tree, file, targets, images),
  };
}

/**
 * A tree as it is written.
 *
 * @param file the file it stands in
 * @param targets where every id stands
 * @param images packed path by path in the manuscript
 */
export function written(
  tree: Hast,
  file: string,
  targets: Targets,
  images: ReadonlyMap<string, string>,
): string {
  return toXhtml(withScrollingBlocks(withHeldMarks(placeTree(tree, file, targets, images))));
}

/**
 * The document that shows the cover: Kobo asks for an `img` in a file of its own.
 *
 * @param file its name
 * @param title its title
 * @param image packed path and text alternative
 * @param language BCP 47, of the book
 */
export function coverDocument(
  file: string,
  title: string,
  image: { readonly src: string; readonly alt: string },
  language: string,
): ContentDocument {
  const tree: Root = {
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'section',
        properties: { 'epub:type': 'cover', className: ['cover'] },
        children: [
          { type: 'element', tagName: 'img', properties: { role: 'doc-cover', ...image }, children: [] },
        ],
      },
    ],
  };
  return {
    file,
    language,
    direction: directionOf(language),
    title,
    matter: 'frontmatter',
    xhtml: toXhtml(tree),
  };
}

/** The manifest item of a content document; formulas and drawings must be announced (EPUB 3.3, 5.6.2). */
export function documentItem(file: string, tree: Hast | undefined): ManifestItem {
  const properties = new Set<string>();
  if (tree !== undefined) {
    visit(tree, 'element', ({ tagName }) => {
      if (tagName === 'math') properties.add('mathml');
      if (tagName === 'svg') properties.add('svg');
    });
  }
  return {
    id: itemId(file),
    href: file,
    mediaType: 'application/xhtml+xml',
    properties: [...properties].toSorted(),
  };
}
