/** What decides how wide characters are; values as computed styles have them. */
export interface Face {
  /** The same for equal faces. */
  readonly key: string;
  /** Fonts join letters in some languages and not in others. */
  readonly language: string;
  readonly font: string;
  readonly caps: string;
  readonly letterSpacing: string;
  readonly numerals: string;
  readonly ligatures: string;
  readonly features: string;
}

/** The face of the text of an element in a language. */
export function faceOf(style: CSSStyleDeclaration, language: string): Face {
  const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontVariantCaps: caps, letterSpacing, fontVariantNumeric: numerals } = style;
  const { fontVariantLigatures: ligatures, fontFeatureSettings: features } = style;
  return {
    key: [font, caps, letterSpacing, numerals, language].join(' '),
    language,
    font,
    caps,
    letterSpacing,
    numerals,
    ligatures,
    features,
  };
}
