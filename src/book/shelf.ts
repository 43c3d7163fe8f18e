import { deserialize, serialize } from 'node:v8';

/** Where the outcome of one piece of work has its place from build to build. */
export interface Slot {
  /** What an earlier build left of the same work; undefined where there is nothing. */
  readonly bytes: Uint8Array | undefined;
  /**
   * Leaves an outcome there for later builds, in place of what was there.
   *
   * @param pack gives its bytes; not called where nothing is kept
   */
  readonly fill: (pack: () => Uint8Array) => void;
}

/** Everything the outcome of a piece of work depends on, apart from the program. */
export type Key = ReadonlyArray<string | Uint8Array>;

/** What the last build of a book left of one kind of work. */
export interface Shelf {
  /** The place of what comes of certain things alone. */
  readonly slot: (key: Key) => Slot;
}

const nothing: Slot = { bytes: undefined, fill: () => undefined };

/** Keeps nothing, and has nothing. */
export const noShelf: Shelf = { slot: () => nothing };

/** How an outcome is written as bytes and read again. */
export interface Codec<Value> {
  readonly pack: (value: Value) => Uint8Array;
  readonly unpack: (bytes: Uint8Array) => Value;
}

/** What an earlier build left of some work, or what comes of it now, which is kept. */
export async function kept<Value>(
  { bytes, fill }: Slot,
  { pack, unpack }: Codec<Value>,
  work: () => Promise<Value>,
): Promise<Value> {
  if (bytes !== undefined) return unpack(bytes);
  const value = await work();
  fill(() => pack(value));
  return value;
}

/** Plain data of any shape; the same object in two places of it stays one. */
export function plainData<Value>(): Codec<Value> {
  return { pack: serialize, unpack: (bytes) => deserialize(bytes) as Value };
}
