import type { Font } from '../book/theme.ts';
import { cssReferences, withAddresses } from '../css/css-references.ts';
import { fileAddress } from '../css/file-address.ts';
import { familyStack, fontFaces, leadingFamilies } from './font-face.ts';

/**
 * The stylesheet of what flows, the EPUB and the site: font faces, the families of text, code and formulas, the base
 * stylesheet, then the theme's and the author's. Plain rules, since not every reading system
 * knows custom properties.
 *
 * @param fonts the embedded faces, their files below `fonts/`
 * @param base templates/epub/epub.css
 * @param own CSS of theme and author, its addresses relative to the manuscript
 * @param paths manuscript path → path beside the stylesheet
 * @param folder what stands before the names of font files
 */
export function stylesheet(
  fonts: ReadonlyArray<Font>,
  base: string,
  own: string,
  paths: ReadonlyMap<string, string>,
  folder = 'fonts/',
): string {
  const parts = [fontFaces(fonts, folder), families(fonts), base, moveAddresses(own, paths)];
  return `${parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

/** The manuscript paths that a stylesheet names. */
export function pathsIn(css: string): Set<string> {
  return new Set(
    cssReferences(css).flatMap(({ kind, address }) => (kind === 'url' ? [fileAddress(address).path] : [])),
  );
}

function moveAddresses(css: string, paths: ReadonlyMap<string, string>): string {
  return withAddresses(css, (address) => {
    const { path, fragment } = fileAddress(address);
    const moved = paths.get(path);
    // Only drawings have parts, and a query means nothing in a container (EPUB 3.3, 3.6).
    return moved?.endsWith('.svg') ? `${moved}${fragment}` : moved;
  });
}

type Family = readonly [selector: string, use: Exclude<Font['use'], 'script' | 'emoji'>, generic: string];

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

function families(fonts: ReadonlyArray<Font>): string {
  const rules: Family[] = [
    ['body', 'text', 'serif'],
    [headings.join(', '), 'heading', 'sans-serif'],
    ['code, kbd, pre, samp', 'code', 'monospace'],
    ['math', 'math', 'math'],
  ];
  // Where the theme has no face of its own, the reader's choice stands.
  const general = rules
    .filter(([, use]) => fonts.some((font) => font.use === use))
    .map(([selector, use, generic]) => `${selector} { font-family: ${familyStack(fonts, use, generic)}; }`);
  return [...general, ...familiesOfLanguages(fonts)].join('\n');
}

/** In its languages the face of a script leads; languages of other scripts amid them keep the theme's. */
function familiesOfLanguages(fonts: ReadonlyArray<Font>): string[] {
  const leading = leadingFamilies(fonts);
  if (leading.length === 0) return [];
  return [
    `[lang] { font-family: ${familyStack(fonts, 'text', 'serif')}; }`,
    ...leading.flatMap(({ family, selector }) => [
      `body${selector}, [lang]${selector} { font-family: ${familyStack(fonts, 'text', 'serif', family)}; }`,
      `${headings.map((each) => each + selector).join(', ')} { font-family: ${familyStack(fonts, 'heading', 'sans-serif', family)}; }`,
    ]),
  ];
}
