import type { Book, Hast } from '../book/book.ts';
import type { Product } from '../book/product.ts';
import type { TypeSize } from '../book/theme.ts';
import type { Looks } from '../emit/pdf/printable.ts';
import { forProducts } from '../html/for-products.ts';
import { faceScriptOf, scriptFaces } from '../language/scripts.ts';
import type { ComposedBook } from './composed-book.ts';
import type { Source } from './source.ts';

/** The book as it is printed for some products, and how it looks. */
export async function printMatterOf(
  source: Source,
  composed: ComposedBook,
  products: ReadonlyArray<Product>,
): Promise<{ readonly book: Book<Hast>; readonly looks: Looks }> {
  const { theme } = source;
  const { stylesheet, hasEffects, backing } = await stylesheetFor(source, composed);
  return {
    book: forProducts(composed.book, ...products),
    looks: {
      fonts: composed.fonts,
      stylesheets: [`${theme.stylesheets.print}${composed.scriptStyles.print}`, stylesheet],
      hasEffects,
      // Who wrote for screens never saw its pages.
      ...(source.manuscript.readAs !== undefined && { shrinks: true }),
      backing,
      type: typeFor(theme.type, composed.book.metadata.language),
    },
  };
}

/** The author's stylesheet with the faces of the book behind those it names, and marks at what may be left out. */
async function stylesheetFor(
  { stylesheet }: Source,
  { fonts }: ComposedBook,
): Promise<Required<Pick<Looks, 'hasEffects' | 'backing'>> & { readonly stylesheet: string }> {
  // Most books have none and need no reader of CSS.
  if (stylesheet === '') return { stylesheet, hasEffects: false, backing: [] };
  const { backedFamilies, namedFamilies } = await import('../emit/backed-families.ts');
  const { markEffects } = await import('../css/effects.ts');
  const marked = markEffects(stylesheet);
  return {
    stylesheet: backedFamilies(marked, fonts),
    hasEffects: marked !== stylesheet,
    backing: namedFamilies(stylesheet, fonts),
  };
}

/** The type of a theme in the script of a language. */
function typeFor(type: TypeSize, language: string): TypeSize {
  const face = scriptFaces()[faceScriptOf(language) ?? ''];
  if (face === undefined) return type;
  return { ...type, scale: type.scale * face.scale, leading: Math.max(type.leading, face.leading) };
}
