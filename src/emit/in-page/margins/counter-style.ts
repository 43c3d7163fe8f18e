/**
 * A counter style that writes a text on each page, where margin boxes ask for the counter of pages.
 *
 * @param symbols the text of each page
 */
export function counterStyle(name: string, symbols: ReadonlyArray<string>): string {
  // Beyond the last symbol Chrome prints decimal numbers, so an empty one is repeated for good measure.
  const quoted = [...symbols, ...Array<string>(8).fill('')].map(
    (symbol) => `"${symbol.replace(/["\\\n]/g, (c) => `\\${(c.codePointAt(0) ?? 0).toString(16)} `)}"`,
  );
  return `@counter-style ${name} { system: fixed; symbols: ${quoted.join(' ')}; suffix: ""; }`;
}
