/** What gives a name to a piece of a formula. */
const definition = /\\(?:[egx]?def|let|futurelet|(?:re)?newcommand|providecommand)(?![A-Za-z])/;

/**
 * Whether a formula defines macros, by which a few characters can come to millions of signs.
 *
 * @param tex what stands between the dollars
 */
export function definesMacros(tex: string): boolean {
  return definition.test(tex);
}
