import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { DroppedKind } from './dropped-kinds.ts';

/**
 * Notes a place whose markup is understood and left out of the book.
 *
 * @param file the source
 * @param kind one of the kinds of such markup
 * @param written what is written there
 * @param point where it stands; the beginning of the file by default
 */
export function noteDropped(
  file: VFile,
  kind: DroppedKind,
  written: string,
  point: Point = { line: 1, column: 1 },
): void {
  const { dropped } = file.data.draft ?? {};
  const places = dropped?.get(kind) ?? [];
  places.push({ written: written.trim(), point });
  dropped?.set(kind, places);
}
