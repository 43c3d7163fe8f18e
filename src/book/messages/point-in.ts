import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';

/** Where the lines of a file begin is found once. */
const indexes = new WeakMap<VFile, { readonly text: string; readonly index: ReturnType<typeof location> }>();

/**
 * The line and column of an offset in a file.
 *
 * @param file the source, read
 * @param offset in code units; past the end stands for the end
 */
export function pointIn(file: VFile, offset: number): Point {
  const text = String(file);
  let known = indexes.get(file);
  if (known?.text !== text) {
    known = { text, index: location(text) };
    indexes.set(file, known);
  }
  return known.index.toPoint(Math.min(offset, text.length)) ?? { line: 1, column: 1, offset: 0 };
}

/**
 * The point some way behind another; that point itself where its offset is not known.
 *
 * @param file the source
 * @param from a point in it
 * @param length in code units of the source
 */
export function pointAfter<Start extends Point | undefined>(
  file: VFile,
  from: Start,
  length: number,
): Point | Start {
  return from?.offset === undefined ? from : pointIn(file, from.offset + length);
}
