import type { Assets, Book, Hast } from '../../book/book.ts';
import type { Font, TypeSize } from '../../book/theme.ts';
import { familyProperties, fontFaces } from '../font-face.ts';
import type { Resource } from '../page-server.ts';
import { printDocument, type PrintDocument } from './document/document.ts';
import { geometryOf, geometryStylesheet, type Geometry } from './page/geometry.ts';

/** Fonts of the theme cut down to the book; stylesheets in the order of the cascade. */
export interface Looks {
  readonly fonts: ReadonlyArray<Font>;
  readonly stylesheets: ReadonlyArray<string>;
  /** Whether they say where effects are declared. */
  readonly hasEffects?: boolean;
  /** Whether blocks that are too wide are set as small as they must be. */
  readonly shrinks?: boolean;
  /** Whether it is asked where the blocks of the book fall. */
  readonly hasPlaces?: boolean;
  readonly type?: TypeSize;
  /** Families behind those of every use: the author's stylesheet names them. */
  readonly backing?: ReadonlyArray<string>;
}

/**
 * The book as Chrome gets it: the document and every file it asks for, by path.
 *
 * @param softHyphens whether words carry their break points themselves
 * @param geometry the page
 */
export function printable(
  book: Book<Hast>,
  assets: Assets,
  looks: Looks,
  softHyphens: boolean,
  geometry: Geometry = geometryOf(book.metadata.print, looks.type),
): { readonly document: PrintDocument; readonly resources: ReadonlyMap<string, Resource> } {
  const faces = [fontFaces(looks.fonts, '/theme-fonts/'), familyProperties(looks.fonts, looks.backing)];
  const styles = [[...faces, geometryStylesheet(geometry)].join('\n'), ...looks.stylesheets];
  const paths = styles.map((_, index) => `/style-${index}.css`);
  const document = printDocument(book, paths, softHyphens);
  const resources = new Map<string, Resource>([
    ['/', { bytes: document.html, mediaType: 'text/html; charset=utf-8' }],
    ...styles.map(
      (bytes, index) => [paths[index] ?? '', { bytes, mediaType: 'text/css; charset=utf-8' }] as const,
    ),
    ...looks.fonts.map(
      (font) => [`/theme-fonts/${font.file}`, { bytes: font.bytes, mediaType: 'font/ttf' }] as const,
    ),
    ...[...assets].map(([path, asset]) => [`/${path}`, asset] as const),
  ]);
  return { document, resources };
}
