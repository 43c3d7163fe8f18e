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
  /** Where the printer takes no colours but those of its inks: what the files are then. */
  readonly separated?: Separated;
}

/** A file in the inks of the press, without transparency, as older standards ask for (ISO 15930-1 and 15930-3). */
export interface Separated {
  readonly standard: 'PDF/X-1a:2001' | 'PDF/X-3:2002';
  /** Percent: all inks together, at any place. */
  readonly mostInk: number;
}
