import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { authorId } from '../book/ids.ts';
import type { Place } from '../book/messages/origin.ts';

/** The ids that the author gave in all files of one book, with their places. */
export class GivenIds {
  readonly #places = new Map<string, Map<VFile, Point>>();

  /**
   * Enters an id; what the same file has entered before stays.
   *
   * @param id as the author gave it
   * @param place where
   */
  enter(id: string, { file, point }: Place): void {
    const places = this.#places.get(spelled(id)) ?? new Map<VFile, Point>();
    if (!places.has(file)) places.set(file, point);
    this.#places.set(spelled(id), places);
  }

  /** Where a file gave an id first. */
  placeIn(file: VFile, id: string): Point | undefined {
    return this.#places.get(spelled(id))?.get(file);
  }
}

/** Two ids that the book would spell alike are one. */
function spelled(id: string): string {
  return authorId('', id);
}
