import type { VFile } from 'vfile';

declare module 'vfile' {
  interface DataMap {
    /** The pictures that a text keeps in itself, by the paths they would have in the manuscript folder. */
    kept: ReadonlyMap<string, Uint8Array>;
  }
}

/** A picture that a text keeps in itself; undefined where it keeps none of that path. */
export function keptIn(file: VFile, path: string): Uint8Array | undefined {
  return file.data.kept?.get(path);
}
