const typed = /@(?:\{([^}\n]+)\}|([\p{L}\p{N}_]+(?:[:.#$%&+?<>~/-][\p{L}\p{N}_]+)*))/gu;

/**
 * What texts may cite: everything behind an `@`.
 *
 * @param texts of the book
 */
export function citedKeys(texts: ReadonlyArray<string>): Set<string> {
  const keys = new Set<string>();
  for (const text of texts)
    for (const [, braced, plain] of text.matchAll(typed)) keys.add(braced ?? plain ?? '');
  return keys;
}
