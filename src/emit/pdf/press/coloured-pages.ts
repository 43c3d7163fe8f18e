import { PDFDict, PDFName, PDFRef, PDFStream, type PDFContext } from 'pdf-lib';
import { contentsOf } from '../content/contents-of.ts';

/** What of a file is printed in colour. */
export interface Coloured {
  /** Content streams that set colours, and images in colour. */
  readonly streams: ReadonlySet<PDFRef>;
  readonly shadings: ReadonlySet<PDFDict>;
}

/** Whether anything in the file is printed in colour. */
export function hasColour({ streams, shadings }: Coloured): boolean {
  return streams.size + shadings.size > 0;
}

/** Whether a page is printed in colour: by its own content, or by images, forms and patterns it places. */
export function isColouredPage(context: PDFContext, page: PDFDict, coloured: Coloured): boolean {
  if (contentsOf(page).some((ref) => coloured.streams.has(ref))) return true;
  const seen = new Set<PDFDict>();
  const places = (resources: unknown): boolean => {
    if (!(resources instanceof PDFDict) || seen.has(resources)) return false;
    seen.add(resources);
    return ['XObject', 'Pattern', 'Shading'].some((kind) => {
      const named = resources.lookup(PDFName.of(kind));
      return named instanceof PDFDict && named.values().some((value) => isColoured(value));
    });
  };
  const isColoured = (value: unknown): boolean => {
    if (value instanceof PDFRef && coloured.streams.has(value)) return true;
    const object = value instanceof PDFRef ? context.lookup(value) : value;
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) return false;
    if (coloured.shadings.has(dict)) return true;
    const shading = dict.lookup(PDFName.of('Shading'));
    const inner = shading instanceof PDFStream ? shading.dict : shading;
    if (inner instanceof PDFDict && coloured.shadings.has(inner)) return true;
    return places(dict.lookup(PDFName.of('Resources')));
  };
  return places(page.lookup(PDFName.of('Resources')));
}
