import type { Position } from 'unist';
import type { VFile } from 'vfile';

/** A place in the manuscript that shows a borrowed part. */
export interface Use {
  readonly file: VFile;
  readonly position?: Position | undefined;
}
