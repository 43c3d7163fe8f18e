/** What decides how wide characters are; values as computed styles have them. */
export interface Face {
  /** The same for equal faces. */
  readonly key: string;
  readonly font: string;
  readonly caps: string;
  readonly letterSpacing: string;
  readonly numerals: string;
  readonly ligatures: string;
}

/** The face of the text of an element. */
export function faceOf(style: CSSStyleDeclaration): Face {
  const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontVariantCaps: caps, letterSpacing, fontVariantNumeric: numerals } = style;
  const { fontVariantLigatures: ligatures } = style;
  return {
    key: [font, caps, letterSpacing, numerals].join(' '),
    font,
    caps,
    letterSpacing,
    numerals,
    ligatures,
  };
}
