import type { Position } from 'unist';
import type { VFile } from 'vfile';

/** Where an element of the printed document comes from. */
export interface PrintedBlock {
  readonly file: VFile;
  readonly position?: Position;
  /** What the words of one are that the author did not write there, such as a line of the contents. */
  readonly words?: () => string;
}
