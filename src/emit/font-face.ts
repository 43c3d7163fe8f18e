import type { Font } from '../book/theme.ts';

/** `@font-face` rules for the fonts, their files below `folder`. */
export function fontFaces(fonts: ReadonlyArray<Font>, folder: string): string {
  return fonts
    .map(
      (font) =>
        `@font-face { font-family: "${font.family}"; font-weight: ${font.weight}; font-style: ${font.style}; ` +
        `src: url("${folder}${font.file}");${override(font)} }`,
    )
    .join('\n');
}

function override({ metrics }: Font): string {
  if (metrics === undefined) return '';
  const percent = (ems: number): string => `${Math.round(ems * 100)}%`;
  return ` ascent-override: ${percent(metrics.ascent)}; descent-override: ${percent(metrics.descent)}; line-gap-override: 0%;`;
}

/** The families for a use in the order of the cascade, faces for missing characters last. */
export function familyStack(
  fonts: ReadonlyArray<Font>,
  use: Exclude<Font['use'], 'script' | 'emoji'>,
  generic: string,
  leading?: string,
): string {
  const order = [use, ...(use === 'heading' ? ['text'] : []), 'math', 'script', 'fallback', 'emoji'];
  const families = fonts
    .filter((font) => order.includes(font.use))
    .toSorted((a, b) => order.indexOf(a.use) - order.indexOf(b.use))
    .map(({ family }) => family);
  const named = [...new Set([...(leading === undefined ? [] : [leading]), ...families])];
  return [...named.map((family) => `"${family}"`), generic].join(', ');
}

/** The family of a script that leads in the texts of a language. */
export interface Leading {
  readonly family: string;
  /** Selects the elements that name the language. */
  readonly selector: string;
}

/** The families of scripts that lead in the texts of their languages. */
export function leadingFamilies(fonts: ReadonlyArray<Font>): Leading[] {
  const languages = new Map(
    fonts.flatMap(({ family, use, languages: its = [] }) =>
      use === 'script' ? [[family, its] as const] : [],
    ),
  );
  return [...languages].flatMap(([family, its]) =>
    its.map((language) => ({ family, selector: `:lang(${language})` })),
  );
}

/**
 * The custom properties that stylesheets name the families by.
 *
 * @param backing families behind those of every use: a stylesheet of the author names them
 */
export function familyProperties(fonts: ReadonlyArray<Font>, backing: ReadonlyArray<string> = []): string {
  const leading = leadingFamilies(fonts);
  const root = properties(':root', fonts, backing);
  if (leading.length === 0) return root;
  // No more specific than `:root`, so that a stylesheet of the author has the last word.
  return [
    properties('[lang]', fonts, backing),
    root,
    ...leading.map(({ family, selector }) => properties(`:where([lang])${selector}`, fonts, backing, family)),
    ':where([lang]) { font-family: var(--text-family); }',
  ].join('\n');
}

function properties(
  selector: string,
  fonts: ReadonlyArray<Font>,
  backing: ReadonlyArray<string>,
  leading?: string,
): string {
  const behind = backing.map((family) => `"${family}", `).join('');
  return [
    `${selector} {`,
    `  --text-family: ${familyStack(fonts, 'text', `${behind}serif`, leading)};`,
    `  --heading-family: ${familyStack(fonts, 'heading', `${behind}serif`, leading)};`,
    `  --code-family: ${familyStack(fonts, 'code', `${behind}monospace`)};`,
    `  --math-family: ${familyStack(fonts, 'math', `${behind}math`)};`,
    '}',
  ].join('\n');
}
