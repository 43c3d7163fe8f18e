import type { VFile } from 'vfile';

/** What has become of an image on the network: where it lies in the manuscript folder, or why it does not. */
export type FetchedImage =
  | { readonly path: string; readonly fault?: never }
  | { readonly fault: string; readonly path?: never };

declare module 'vfile' {
  interface DataMap {
    /** The images on the network that the text asks for, by their addresses, where the book has them fetched. */
    fetched: ReadonlyMap<string, FetchedImage>;
  }
}

/** What has become of an image on the network that a text asks for; undefined where images are not fetched. */
export function fetchedFor(file: VFile, address: string): FetchedImage | undefined {
  return file.data.fetched?.get(address);
}
