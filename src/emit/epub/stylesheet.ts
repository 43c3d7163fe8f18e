import type { Font } from '../../book/theme.ts';
import { familyStack, fontFaces } from '../font-face.ts';

/** `url(…)` with or without quotes (CSS Values and Units 4, 4.5). */
const urlFunction = /url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'()]*))\s*\)/g;

/**
 * The stylesheet of the EPUB: font faces, the families of text, code and formulas, the base
 * stylesheet, then the theme's and the author's. Plain rules, since not every reading system
 * knows custom properties.
 *
 * @param fonts the embedded faces, their files below `fonts/`
 * @param base templates/epub/epub.css
 * @param own CSS of theme and author, its addresses relative to the manuscript
 * @param paths manuscript path → path in the EPUB
 */
export function stylesheet(
  fonts: ReadonlyArray<Font>,
  base: string,
  own: string,
  paths: ReadonlyMap<string, string>,
): string {
  const parts = [fontFaces(fonts, 'fonts/'), families(fonts), base, moveUrls(own, paths)];
  return `${parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

/** The addresses in a stylesheet as manuscript paths. */
export function urlsOf(css: string): Set<string> {
  return new Set([...css.matchAll(urlFunction)].map((match) => pathOf(match)));
}

function moveUrls(css: string, paths: ReadonlyMap<string, string>): string {
  return css.replaceAll(urlFunction, (whole: string, ...written: Array<string | undefined>) => {
    const moved = paths.get(pathOf([whole, ...written]));
    return moved === undefined ? whole : `url("${moved}")`;
  });
}

function pathOf([, double, single, bare]: ReadonlyArray<string | undefined>): string {
  const written = (double ?? single ?? bare ?? '').replace(/^\.\//, '');
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

function families(fonts: ReadonlyArray<Font>): string {
  const rules: Array<[selector: string, use: Font['use'], generic: string]> = [
    ['body', 'text', 'serif'],
    ['h1, h2, h3, h4, h5, h6', 'heading', 'sans-serif'],
    ['code, kbd, pre, samp', 'code', 'monospace'],
    ['math', 'math', 'math'],
  ];
  // Where the theme has no face of its own, the reader's choice stands.
  return rules
    .filter(([, use]) => fonts.some((font) => font.use === use))
    .map(([selector, use, generic]) => `${selector} { font-family: ${familyStack(fonts, use, generic)}; }`)
    .join('\n');
}
