import type { PDFDict, PDFStream } from 'pdf-lib';
import { dictOf, entry } from '../../../pdf/look-up.ts';
import { namedSpace, type ColourSpace } from './colour-space.ts';
import type { FontCache } from './font-cache.ts';
import type { PdfFont } from './font.ts';

/** What the names in a content stream mean: those of the page, or of a form. */
export class Scope {
  readonly resources: PDFDict | undefined;
  /** The form whose content it is. */
  readonly form: PDFStream | undefined;
  /** Forms around it. */
  readonly depth: number;
  readonly #fonts: FontCache;
  readonly #spaces = new Map<string, ColourSpace>();

  constructor(fonts: FontCache, resources: PDFDict | undefined, form?: PDFStream, depth = 0) {
    this.#fonts = fonts;
    this.resources = resources;
    this.form = form;
    this.depth = depth;
  }

  /** That of a form within; a form without resources has those around it. */
  inner(form: PDFStream): Scope {
    return new Scope(this.#fonts, dictOf(form.dict, 'Resources') ?? this.resources, form, this.depth + 1);
  }

  font(name: string): PdfFont | undefined {
    return this.#fonts.font(dictOf(dictOf(this.resources, 'Font'), name));
  }

  fontOf(dict: PDFDict | undefined): PdfFont | undefined {
    return this.#fonts.font(dict);
  }

  space(name: string): ColourSpace {
    let space = this.#spaces.get(name);
    if (space === undefined) {
      space = namedSpace(name, this.resources);
      this.#spaces.set(name, space);
    }
    return space;
  }

  /** An object of the resources by its category and name. */
  resource(category: string, name: string): ReturnType<typeof entry> {
    return entry(dictOf(this.resources, category), name);
  }
}
