/**
 * What leads back to where a note or a work is cited: an arrow, in text style, since without the selector some readers
 * draw an emoji. Where words lead back, which are read like others, it is not among them.
 */
export const backArrow = '\u21a9\ufe0e';
