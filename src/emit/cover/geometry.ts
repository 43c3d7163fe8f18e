import { wrapSize, type CoverSize } from '../../book/cover.ts';
import { directionOf } from '../../language/direction.ts';
import { chromeSheet } from '../chrome-sheet.ts';

/** What a printer asks of the words on a spine: `spine` of a printer's data. */
export interface SpineRules {
  /** Thinner books have no words there. */
  readonly textFromPages: number;
  /** What stays free beside each fold, in points. */
  readonly textMargin: number;
}

/**
 * A whole cover in PDF points: back, spine and front as they lie beside one another, seen from
 * outside. `trim`, `sheet` and `bleed` are those of the page it is printed on, as for the interior.
 */
export interface WrapGeometry {
  readonly trim: { readonly width: number; readonly height: number };
  /** The next size up that Chrome prints exactly; the bleed lies in its upper left corner. */
  readonly sheet: { readonly width: number; readonly height: number };
  readonly bleed: number;
  /** One side of the book. */
  readonly side: { readonly width: number; readonly height: number };
  readonly spine: number;
  /** How wide words on the spine may be; absent where it has none. */
  readonly spineText?: number;
  /** Where the front is: at the left in books read from right to left. */
  readonly front: 'left' | 'right';
}

/** Points: nobody reads smaller words. */
const leastSpineText = 5;

/**
 * The geometry of a cover.
 *
 * @param size trim, spine and bleed
 * @param language BCP 47
 * @param rules what the printer asks of words on the spine
 */
export function wrapGeometry(size: CoverSize, language: string, rules: SpineRules): WrapGeometry {
  const { bleed, spine, pages } = size;
  const trim = wrapSize(size);
  const spineText = spine - 2 * rules.textMargin;
  const wanted = pages >= rules.textFromPages && spineText >= leastSpineText;
  return {
    trim,
    sheet: chromeSheet(trim, bleed),
    bleed,
    side: size.trim,
    spine,
    ...(wanted && { spineText }),
    front: directionOf(language) === 'rtl' ? 'left' : 'right',
  };
}
