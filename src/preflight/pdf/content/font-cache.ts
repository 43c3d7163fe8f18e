import type { PDFDict } from 'pdf-lib';
import { readFont, type PdfFont } from './font.ts';

/** The fonts of a file, each read once. */
export class FontCache {
  readonly #fonts = new Map<PDFDict, PdfFont>();

  font(dict: PDFDict | undefined): PdfFont | undefined {
    if (dict === undefined) return undefined;
    let font = this.#fonts.get(dict);
    if (font === undefined) {
      font = readFont(dict);
      this.#fonts.set(dict, font);
    }
    return font;
  }
}
