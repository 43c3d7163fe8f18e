/** Screens on which e-books are read, in CSS pixels. */
export const screens = {
  phone: { width: 390, height: 760 },
  tablet: { width: 768, height: 1024 },
  'e-ink': { width: 536, height: 724 },
} as const;

/** How they are lit. */
export const papers = {
  light: { ink: '#1a1a1a', ground: '#ffffff', scheme: 'light' },
  sepia: { ink: '#433422', ground: '#f6ecd9', scheme: 'light' },
  dark: { ink: '#d6d3ce', ground: '#151515', scheme: 'dark' },
} as const;

/** How the e-book is read. */
export interface Reading {
  readonly screen: keyof typeof screens;
  readonly paper: keyof typeof papers;
  /** Of the text, in percent of the usual. */
  readonly size: number;
}
