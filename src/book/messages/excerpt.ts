/** Code units. */
const longest = 60;

/**
 * What stands in a manuscript as a message quotes it: on one line, and not too much of it.
 *
 * @param text an address, a key or a value
 */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
