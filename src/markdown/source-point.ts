import type { Point } from 'unist';

/** The point behind a text that begins at a point. */
export function pointAfter(from: Point, text: string): Point {
  const lines = text.split('\n');
  const last = lines.at(-1)?.length ?? 0;
  return {
    line: from.line + lines.length - 1,
    column: lines.length > 1 ? last + 1 : from.column + last,
    offset: (from.offset ?? 0) + text.length,
  };
}
