/** An ICC profile. */
export interface ColourProfile {
  /** By which the registry of the ICC, or else the profile itself, knows the printing condition. */
  readonly identifier: string;
  /** The printing condition in words. */
  readonly condition: string;
  readonly bytes: Uint8Array;
}

/** What the colours of a press PDF mean. */
export interface PressProfiles {
  /** The press, its inks and its paper: CMYK. */
  readonly output: ColourProfile;
  /** The same for the cover, which is printed on coated paper whatever the inside is. */
  readonly cover: ColourProfile;
  /** What the colours of the book are written in: sRGB, as bytes of an ICC profile. */
  readonly source: Uint8Array;
}
