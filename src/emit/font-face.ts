import type { Font } from '../book/theme.ts';

/** `@font-face` rules for the fonts, their files below `folder`. */
export function fontFaces(fonts: ReadonlyArray<Font>, folder: string): string {
  return fonts
    .map(
      (font) =>
        `@font-face { font-family: "${font.family}"; font-weight: ${font.weight}; font-style: ${font.style}; ` +
        `src: url("${folder}${font.file}"); }`,
    )
    .join('\n');
}

/** The families for a use in the order of the cascade, faces for missing characters last. */
export function familyStack(fonts: ReadonlyArray<Font>, use: Font['use'], generic: string): string {
  const rank = (font: Font): number =>
    [use, ...(use === 'heading' ? ['text'] : []), 'math', 'fallback'].indexOf(font.use);
  const families = fonts.filter((font) => rank(font) >= 0).toSorted((a, b) => rank(a) - rank(b));
  return [...new Set(families.map((font) => `"${font.family}"`)), generic].join(', ');
}

/** The custom properties that stylesheets name the families by. */
export function familyProperties(fonts: ReadonlyArray<Font>): string {
  return [
    ':root {',
    `  --text-family: ${familyStack(fonts, 'text', 'serif')};`,
    `  --heading-family: ${familyStack(fonts, 'heading', 'serif')};`,
    `  --code-family: ${familyStack(fonts, 'code', 'monospace')};`,
    `  --math-family: ${familyStack(fonts, 'math', 'math')};`,
    '}',
  ].join('\n');
}
