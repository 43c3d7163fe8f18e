import { posix } from 'node:path';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import { sections, type Book, type Section } from '../../book/book.ts';
import { filePath } from '../../book/addresses/file-path.ts';

/** Where the book shows an image for the first time. */
export interface UsedImage {
  /** Its caption, if it has one. */
  readonly caption?: string;
  /** The section, unless it is the cover or stands in a note alone. */
  readonly section?: Section;
}

/**
 * The images the book shows, by their path in the manuscript folder, in the order of their first
 * appearance: the cover, those of the sections, those of the notes.
 *
 * @param book the book
 */
export function usedImages(book: Book): Map<string, UsedImage> {
  const used = new Map<string, UsedImage>();
  const add = (path: string, image: UsedImage): void => {
    if (!used.has(path)) used.set(path, image);
  };
  const { cover } = book.metadata;
  if (cover?.image !== undefined) add(posix.normalize(cover.image), {});
  const addTree = (tree: Nodes, file: string, section: Section | undefined): void => {
    visitParents(tree, (node: Nodes, ancestors: Nodes[]) => {
      const addresses =
        node.type === 'image' ? [node.url] : node.type === 'html' ? addressesIn(node.value) : [];
      const caption = addresses.length > 0 ? captionOf(ancestors) : undefined;
      for (const address of addresses) {
        add(pathOf(address, file), {
          ...(caption !== undefined && { caption }),
          ...(section !== undefined && { section }),
        });
      }
    });
  };
  for (const section of sections(book)) addTree(section.tree, section.file.path ?? '', section);
  for (const { tree, file } of book.notes) addTree(tree, file.path ?? '', undefined);
  return used;
}

function captionOf(ancestors: ReadonlyArray<Nodes>): string | undefined {
  const figure = ancestors.findLast(({ type }) => type === 'figure');
  if (figure?.type !== 'figure') return undefined;
  const caption = figure.children.find(({ type }) => type === 'figureCaption');
  return caption === undefined ? undefined : toString(caption).trim();
}

function addressesIn(html: string): string[] {
  const tags = html.matchAll(/<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi);
  return [...tags].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function pathOf(address: string, file: string): string {
  const decoded = filePath(address.replace(/[?#].*$/s, ''));
  return posix.normalize(posix.join(posix.dirname(file), decoded));
}
