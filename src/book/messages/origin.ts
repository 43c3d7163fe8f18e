import type { Point } from 'unist';
import type { VFile } from 'vfile';

/**
 * Where the text of a file stands on disk, where it is not what is there: every line of it in the same file,
 * or one text after the other in files of their own.
 */
export type Origin =
  | { readonly lines: ReadonlyArray<number> }
  | { readonly joined: ReadonlyArray<{ readonly from: number; readonly file: VFile }> };

/** Somewhere in a file. */
export interface Place {
  readonly file: VFile;
  readonly point: Point;
}

/**
 * Where an author finds a place: that itself, unless the text is not the one on disk.
 *
 * @param file the text
 * @param point a place in it
 */
export function originOf(file: VFile, point: Point): Place {
  const { origin } = file.data;
  if (origin === undefined) return { file, point };
  if ('lines' in origin) {
    const line = origin.lines[point.line - 1] ?? origin.lines.at(-1) ?? 1;
    return { file, point: { line, column: point.column } };
  }
  const part = origin.joined.findLast(({ from }) => from < point.line) ?? origin.joined[0];
  if (part === undefined) return { file, point };
  return originOf(part.file, { line: point.line - part.from, column: point.column });
}

declare module 'vfile' {
  interface DataMap {
    origin: Origin;
  }
}
