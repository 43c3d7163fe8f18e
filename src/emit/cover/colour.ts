/**
 * Whether light type is read better on a colour than dark type: relative luminance (WCAG 2.2) below
 * the one that contrasts with black and with white alike.
 *
 * @param colour as `#1d3038`
 */
export function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179;
}
